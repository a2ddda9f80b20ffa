import { Link } from '@remix-run/react';
import { useId } from 'react';
import type { PersonView } from '../api/types.ts';
import { otherNameNow, PersonName } from '../components/person-name.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { consentWords } from './consent-words.ts';
import { usePersonCard } from './use-person-card.ts';

interface PersonLinkProps {
  readonly person: PersonView;
  /** The side on which there is room for the card. */
  readonly side?: 'left' | 'right';
}

/** A name that leads to the person's record; on hover and focus what they are called today, where they work, whether they agreed, why a name is missing. */
export function PersonLink({ person, side = 'left' }: PersonLinkProps) {
  const words = useWords();
  const { t, fault } = words;
  const { card, look } = usePersonCard(person);
  const id = useId();
  const now = otherNameNow(person);
  return (
    <span className="group/person relative inline-flex max-w-full" onPointerEnter={look} onFocus={look}>
      <Link
        to={paths.person(person)}
        aria-describedby={id}
        className="inline-flex max-w-full rounded-sm underline-offset-2 hover:underline"
      >
        <PersonName person={person} />
      </Link>
      <span
        id={id}
        role="tooltip"
        className={`absolute top-full z-30 mt-1 hidden w-max max-w-[min(18rem,70vw)] flex-col gap-0.5 rounded-lg bg-surface p-3 text-xs font-normal text-ink shadow-float group-focus-within/person:flex group-hover/person:flex ${side === 'right' ? 'right-0' : 'left-0'}`}
      >
        <span className="font-medium">{now === null ? person.displayName : t('people.nameNow', { name: now })}</span>
        {now !== null && person.name !== null && (
          <span className="text-muted">{t('common.titled', { title: t('people.nameThen'), text: person.name })}</span>
        )}
        <span className="text-muted">
          {t(`reader.person.${person.kind}`)}
          {person.corpName ? ` · ${person.corpName}` : ''}
          {person.hasLeft ? ` · ${t('people.left')}` : ''}
        </span>
        {card !== null && card.departments.length > 0 && (
          <span className="text-muted">
            {t('common.titled', { title: t('reading.department'), text: card.departments.join(t('common.comma')) })}
            {card.position ? ` · ${card.position}` : ''}
          </span>
        )}
        {card !== null && person.kind === 'external_contact' && (
          <span className="text-muted">
            {t('common.titled', { title: t('reader.consent'), text: consentWords(card.consent, words) })}
          </span>
        )}
        {person.name === null && person.fault !== null && (
          <span className="text-muted">{fault(person.fault).title}</span>
        )}
        <span className="break-all font-mono text-muted">{person.writtenAs}</span>
      </span>
    </span>
  );
}
