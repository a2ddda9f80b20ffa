import { DoorOpen, ExternalLink } from 'lucide-react';
import type { PersonView } from '../api/types.ts';
import { useWords } from '../words/words-context.tsx';

/** What a person was called at the time that is shown; else a label or the id that stands for them. */
export function personName(person: PersonView): string {
  return person.displayName;
}

export function isExternal(person: PersonView): boolean {
  return person.kind === 'external_contact';
}

/** The name of today, where it is known and another one than that which is shown. */
export function otherNameNow({ name, currentName }: PersonView): string | null {
  return currentName !== null && currentName !== name ? currentName : null;
}

const MARK = 'inline-flex min-w-0 items-center gap-0.5 rounded-sm px-1 text-xs';

/** A name; people from outside carry a mark with their company, leavers one that says so. */
export function PersonName({ person }: { person: PersonView }) {
  const { t } = useWords();
  const isId = person.name === null && person.label === null;
  const now = otherNameNow(person);
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <span
        className={`truncate ${isId ? 'font-mono text-[0.92em]' : ''} ${person.hasLeft ? 'text-muted' : ''}`}
        title={now === null ? undefined : t('people.nameNow', { name: now })}
      >
        {personName(person)}
      </span>
      {isExternal(person) && (
        <span className={`${MARK} bg-attention/10 text-attention`} title={t('reader.external')}>
          <ExternalLink aria-hidden size={11} className="shrink-0" />
          <span className="max-w-32 truncate">
            {person.corpName === null || person.corpName === ''
              ? t('reader.externalShort')
              : t('people.externalOf', { company: person.corpName })}
          </span>
        </span>
      )}
      {person.hasLeft && (
        <span className={`${MARK} shrink-0 bg-surface-3 text-muted`} title={t('people.leftHint')}>
          <DoorOpen aria-hidden size={11} />
          {t('people.left')}
        </span>
      )}
    </span>
  );
}
