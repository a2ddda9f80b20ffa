import type { ChainStateView } from '../api/audit.ts';
import { StateBadge } from '../components/state-badge.tsx';
import { useWords } from '../words/words-context.tsx';

/** Up to when the log is chained, signed and compared, in words. */
export function ChainPanel({ state }: { state: ChainStateView }) {
  const { t, when, formatCount } = useWords();
  const exact = (at: number) => `${when(at)}:${String(new Date(at).getUTCSeconds()).padStart(2, '0')}`;
  const { chainedTo, rows, waiting, checkpoint, check } = state;
  const isBroken = check !== null && check.problems > 0;
  return (
    <div className="mb-4 flex flex-col gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <StateBadge tone={isBroken ? 'loss' : chainedTo === null ? 'neutral' : 'healthy'}>
          {t('audit.chain.title')}
        </StateBadge>
        <span className="tabular-nums">
          {chainedTo === null
            ? t('audit.chain.nothing')
            : t('audit.chain.chainedTo', { time: exact(chainedTo), rows: formatCount(rows) })}
          {waiting > 0 && ` · ${t('audit.chain.waiting', { count: formatCount(waiting) })}`}
        </span>
      </p>
      <p className={isBroken ? 'text-loss' : 'text-muted'}>
        {checkpoint === null
          ? t('audit.chain.unsigned')
          : t('audit.chain.signed', { time: exact(checkpoint.at), rows: formatCount(checkpoint.rows) })}
        {' · '}
        {check === null
          ? t('audit.chain.never')
          : check.problems > 0
            ? t('audit.chain.broken', { time: when(check.at), count: formatCount(check.problems) })
            : t('audit.chain.checked', { time: when(check.at), rows: formatCount(check.rows) })}
      </p>
    </div>
  );
}
