import { ExternalLink } from 'lucide-react';
import type { PersonView } from '../api/types.ts';
import { useWords } from '../words/words-context.tsx';

export function personName(person: PersonView): string {
  return person.name ?? person.writtenAs;
}

export function isExternal(person: PersonView): boolean {
  return person.kind === 'external_contact';
}

/** A name, or the id as written where no name is known; people from outside carry a mark. */
export function PersonName({ person }: { person: PersonView }) {
  const { t } = useWords();
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <span className={`truncate ${person.name === null ? 'font-mono text-[0.92em]' : ''}`}>{personName(person)}</span>
      {isExternal(person) && (
        <span
          className="inline-flex shrink-0 items-center rounded-sm bg-attention/10 px-1 text-xs text-attention"
          title={t('reader.external')}
        >
          <ExternalLink aria-hidden size={11} />
          <span className="ml-0.5">{t('reader.externalShort')}</span>
        </span>
      )}
    </span>
  );
}
