import type { SupportRequest } from '../api/support.ts';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

const TONES: Readonly<Record<SupportRequest['state'], Tone>> = {
  asked: 'waiting',
  approved: 'attention',
  refused: 'neutral',
  ended: 'neutral',
  expired: 'neutral',
};

/** The state of a request, and who ended it. */
export function SupportState({ request }: { request: Pick<SupportRequest, 'state' | 'endedBy'> }) {
  const { t } = useWords();
  const { state, endedBy } = request;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <StateBadge tone={TONES[state]}>{t(`support.state.${state}`)}</StateBadge>
      {state === 'ended' && endedBy !== null && (
        <span className="text-xs text-muted">{t(`support.ending.${endedBy}`)}</span>
      )}
    </span>
  );
}
