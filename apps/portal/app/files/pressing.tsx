import type { FileLedgerView } from '../api/files.ts';
import { Notice } from '../components/notice.tsx';
import { useWords } from '../words/words-context.tsx';
import { secondsLeft } from './time-left.ts';

/** What presses: the oldest file to come, and when WeCom drops the next. */
export function Pressing({ waiting, now }: { waiting: FileLedgerView['waiting']; now: number }) {
  const { t, when, formatCount, formatDuration } = useWords();
  return waiting.map(({ connectionId, corpId, oldestAt, nextLossAt, pressing, tooLate }) => {
    const counts = [
      ...(pressing > 0 ? [t('files.pressing', { count: formatCount(pressing) })] : []),
      ...(tooLate > 0 ? [t('files.tooLate', { count: formatCount(tooLate) })] : []),
    ];
    const left = nextLossAt === null ? '' : formatDuration(secondsLeft(nextLossAt, now));
    return (
      <Notice
        key={connectionId}
        tone={counts.length > 0 ? 'attention' : 'waiting'}
        title={t('files.oldest', { time: when(oldestAt) })}
      >
        {nextLossAt !== null && <p>{t('files.nextLoss', { time: when(nextLossAt), left })}</p>}
        {counts.length > 0 && <p>{counts.join(t('common.comma'))}</p>}
        {waiting.length > 1 && <p className="font-mono text-xs">{corpId}</p>}
      </Notice>
    );
  });
}
