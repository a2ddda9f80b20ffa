import type { ExportView } from '../api/export-types.ts';
import { useWords } from '../words/words-context.tsx';
import { stateOf } from './export-state.ts';

/** Characters of a hash that are shown; the whole stands in the title. */
const SHOWN_HASH = 16;

/** Counts, who asked, until when, and the hash to compare. */
export function ExportFacts({ view }: { view: ExportView }) {
  const { t, formatCount, when } = useWords();
  const facts: string[] = [];
  const state = stateOf(view);
  if (state === 'complete' || state === 'expired') {
    facts.push(t('exports.messageCount', { count: view.messagesDone, shown: formatCount(view.messagesDone) }));
    facts.push(t('exports.fileCount', { count: view.mediaDone, shown: formatCount(view.mediaDone) }));
    if (view.mediaMissing > 0) facts.push(t('exports.missing', { count: view.mediaMissing }));
  }
  if (view.scheduleId !== null) facts.push(t('exports.bySchedule'));
  else facts.push(t('exports.by', { name: view.requestedBy.name }));
  const mayDownload = state === 'complete' && view.refusal === null;
  if (view.expiresAt !== null && mayDownload) facts.push(t('exports.until', { time: when(view.expiresAt) }));
  return (
    <div className="text-xs text-muted tabular-nums">
      <p>{facts.join(' · ')}</p>
      {view.sha256 !== null && state === 'complete' && (
        <p className="truncate font-mono" title={view.sha256}>
          SHA-256 {view.sha256.slice(0, SHOWN_HASH)}…
        </p>
      )}
    </div>
  );
}
