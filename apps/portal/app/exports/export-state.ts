import type { ExportView } from '../api/export-types.ts';
import type { Tone } from '../components/state-badge.tsx';
import type { Words } from '../words/words-context.tsx';

export type ExportState = Exclude<ExportView['state'], 'complete_with_missing'>;

const TONES: Readonly<Record<ExportState, Tone>> = {
  queued: 'waiting',
  running: 'waiting',
  complete: 'healthy',
  failed: 'loss',
  cancelled: 'neutral',
  expired: 'neutral',
};

/** The state without regard to missing files. */
export function stateOf({ state }: Pick<ExportView, 'state'>): ExportState {
  return state === 'complete_with_missing' ? 'complete' : state;
}

export function isUnderWay({ state }: Pick<ExportView, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** "Complete with 3 missing" is another state than "complete". */
export function stateWord(view: ExportView, { t }: Words): { word: string; tone: Tone } {
  if (view.state === 'complete_with_missing') {
    return { word: t('exports.completeMissing', { count: view.mediaMissing }), tone: 'attention' };
  }
  if (view.state === 'running') return { word: t(`exports.stage.${view.stage}`), tone: 'waiting' };
  return { word: t(`exports.state.${view.state}`), tone: TONES[view.state] };
}
