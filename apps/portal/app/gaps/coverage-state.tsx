import type { CoverageState } from '../api/coverage.ts';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

export const TONES: Readonly<Record<CoverageState, Tone>> = {
  pending: 'waiting',
  complete: 'healthy',
  partial: 'attention',
  not_visible: 'attention',
  gone: 'neutral',
  disabled: 'neutral',
  not_customer_room: 'neutral',
  no_secret: 'attention',
};

/** How much is known of a person or room, as icon and word. */
export function CoverageBadge({ state }: { state: CoverageState }) {
  const { t } = useWords();
  return <StateBadge tone={TONES[state]}>{t(`coverage.state.${state}`)}</StateBadge>;
}
