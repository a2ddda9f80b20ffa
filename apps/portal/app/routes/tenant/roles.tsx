import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { listRoles } from '../../api/members.ts';
import type { RoleView } from '../../api/setup-types.ts';
import { ButtonLink } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { MembersTabs } from '../../members/members-tabs.tsx';
import { roleKey } from '../../members/role-name.ts';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('roles.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'see_members');
    return { roles: (await listRoles(visit.api)).items, mayManage: me.actions.includes('manage_roles') };
  });

export default function Roles() {
  const { roles, mayManage } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const own = roles.filter(({ roleId }) => roleId !== null);
  return (
    <div className="max-w-4xl">
      <PageHead
        title={t('roles.title')}
        lead={t('roles.lead')}
        action={
          mayManage && (
            <ButtonLink to={paths.newRole()} look="primary">
              {t('roles.new')}
            </ButtonLink>
          )
        }
      />
      <MembersTabs />
      <div className="flex flex-col gap-6">
        <section>
          <h2 className="mb-2 font-semibold">{t('roles.own')}</h2>
          {own.length === 0 && <p className="text-sm text-muted">{t('roles.none')}</p>}
          <RoleList roles={own} mayManage={mayManage} />
        </section>
        <section>
          <h2 className="mb-2 font-semibold">{t('roles.builtIn')}</h2>
          <RoleList roles={roles.filter(({ roleId }) => roleId === null)} mayManage={false} />
        </section>
      </div>
    </div>
  );
}

function RoleList({ roles, mayManage }: { roles: readonly RoleView[]; mayManage: boolean }) {
  const { t } = useWords();
  if (roles.length === 0) return null;
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {roles.map((role) => {
        const { roleId, name, members, invitations, reach } = role;
        const called = name ?? t(`members.called.${role.role}`);
        const rights = role.actions.map((each) => t(`members.right.${each}`)).join(t('common.comma'));
        return (
          <li key={roleKey(role)} className="flex flex-col gap-1 px-4 py-3">
            <div className="flex flex-wrap items-baseline gap-x-3">
              {roleId !== null && mayManage ? (
                <Link to={paths.role(roleId)} className="font-medium text-accent hover:underline">
                  {called}
                </Link>
              ) : (
                <span className="font-medium">{called}</span>
              )}
              <span className="ml-auto text-xs text-muted tabular-nums">
                {t('roles.count', { count: members })}
                {invitations > 0 && ` · ${t('roles.invited', { count: invitations })}`}
              </span>
            </div>
            {roleId === null && <p className="text-sm">{t(`members.about.${role.role}`)}</p>}
            <p className="text-xs text-muted">
              {rights === '' ? t('roles.mayNothing') : t('roles.may', { list: rights })}
              {` · ${t(`roles.${reach}`)}`}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
