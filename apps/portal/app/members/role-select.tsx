import type { RoleView } from '../api/setup-types.ts';
import { useWords } from '../words/words-context.tsx';
import { roleKey } from './role-name.ts';
import { Tick } from './tick.tsx';

/** The roles to choose from, each with what it means; those that the asker may not give are shown and cannot be chosen. */
export function RoleSelect({ roles, chosen }: { roles: readonly RoleView[]; chosen: string }) {
  const { t } = useWords();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-sm font-medium">{t('members.role')}</legend>
      {roles.map((each) => {
        const key = roleKey(each);
        const rights = each.actions.map((action) => t(`members.right.${action}`)).join(t('common.comma'));
        const about =
          each.role === 'custom'
            ? rights === ''
              ? t('roles.mayNothing')
              : t('roles.may', { list: rights })
            : t(`members.about.${each.role}`);
        const isLocked = !each.mayGive && key !== chosen;
        return (
          <Tick
            key={key}
            type="radio"
            name="role"
            value={key}
            checked={key === chosen}
            disabled={isLocked}
            hint={isLocked ? t('roles.notYours') : about}
          >
            {each.name ?? t(`members.called.${each.role}`)}
          </Tick>
        );
      })}
    </fieldset>
  );
}
