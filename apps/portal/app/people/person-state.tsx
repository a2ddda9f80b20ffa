import { ChevronDown } from 'lucide-react';
import type { PersonState as State, PersonView } from '../api/types.ts';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

export const PERSON_STATES = [
  'pending',
  'complete',
  'partial',
  'not_visible',
  'gone',
  'disabled',
  'no_secret',
] as const satisfies readonly State[];

export const STATE_TONES: Readonly<Record<State, Tone>> = {
  pending: 'waiting',
  complete: 'healthy',
  partial: 'attention',
  not_visible: 'attention',
  gone: 'neutral',
  disabled: 'neutral',
  no_secret: 'attention',
};

/** How much is known of a person, and behind it why not more and what to do. */
export function PersonState({ person, connects }: { person: PersonView; connects: boolean }) {
  const { t, fault } = useWords();
  const badge = <StateBadge tone={STATE_TONES[person.state]}>{t(`coverage.state.${person.state}`)}</StateBadge>;
  if (person.fault === null) return badge;
  const { title, cure } = fault(person.fault);
  return (
    <details className="group/state">
      <summary className="inline-flex max-w-full cursor-pointer flex-wrap items-center gap-1.5">
        {badge}
        <span className="text-xs text-muted">{title}</span>
        <ChevronDown aria-hidden size={13} className="shrink-0 text-muted group-open/state:rotate-180" />
      </summary>
      <p className="mt-1 max-w-md text-xs text-muted">
        {cure}{' '}
        {connects && person.fault === 'secret.missing' && (
          <TextLink to={paths.connect()}>{t('people.toConnection')}</TextLink>
        )}
      </p>
    </details>
  );
}
