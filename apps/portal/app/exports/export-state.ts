import type { ExportView } from '../api/export-types.ts';
import type { Tone } from '../components/state-badge.tsx';
import type { Words } from '../words/words-context.tsx';

const STATES = ['queued', 'running', 'complete', 'failed', 'cancelled', 'expired'] as const;
export type ExportState = (typeof STATES)[number];

const TONES: Readonly<Record<ExportState, Tone>> = {
  queued: 'waiting',
  running: 'waiting',
  complete: 'healthy',
  failed: 'loss',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** A state not known yet counts as running: it is neither done nor lost. */
export function stateOf({ state }: Pick<ExportView, 'state'>): ExportState {
  if (state.startsWith('complete')) return 'complete';
  return STATES.find((each) => each === state) ?? 'running';
}

export function isUnderWay(view: Pick<ExportView, 'state'>): boolean {
  const state = stateOf(view);
  return state === 'queued' || state === 'running';
}

/** "Complete with 3 missing" is another state than "complete". */
export function stateWord(view: ExportView, { t }: Words): { word: string; tone: Tone } {
  const state = stateOf(view);
  if (state === 'complete' && view.mediaMissing > 0) {
    return { word: t('exports.completeMissing', { count: view.mediaMissing }), tone: 'attention' };
  }
  return { word: t(`exports.state.${state}`), tone: TONES[state] };
}
