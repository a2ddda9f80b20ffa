import type { ExportView } from '../api/export-types.ts';
import { Meter } from '../components/meter.tsx';
import { useWords } from '../words/words-context.tsx';

/** Counts of messages and files; an unknown total shows as such. */
export function ExportProgress({ view }: { view: ExportView }) {
  const { t, formatCount } = useWords();
  const count = (done: number, total: number | null) =>
    total === null ? formatCount(done) : `${formatCount(done)} / ${formatCount(total)}`;
  return (
    <div className="grid gap-3 sm:grid-cols-2" aria-live="polite">
      <Meter
        label={t('exports.messages')}
        done={view.messagesDone}
        total={view.messagesTotal}
        text={count(view.messagesDone, view.messagesTotal)}
      />
      <Meter
        label={t('exports.files')}
        done={view.mediaDone}
        total={view.mediaTotal}
        text={count(view.mediaDone, view.mediaTotal)}
      />
    </div>
  );
}
