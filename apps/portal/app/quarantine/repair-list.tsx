import type { RepairView } from '../api/quarantine.ts';
import { Meter } from '../components/meter.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

export function isRunning({ finishedAt }: RepairView): boolean {
  return finishedAt === null;
}

/** Work on what is stored: what, how far, and what came of it. */
export function RepairList({ repairs }: { repairs: readonly RepairView[] }) {
  const { t } = useWords();
  if (repairs.length === 0) return null;
  return (
    <Panel title={t('quarantine.repairs')}>
      <ul className="flex flex-col gap-4" aria-live="polite">
        {repairs.map((repair) => (
          <Repair key={repair.runId} repair={repair} />
        ))}
      </ul>
    </Panel>
  );
}

function Repair({ repair }: { repair: RepairView }) {
  const { t, when, formatCount } = useWords();
  const { work, among, cause, publickeyVer, total, done, changed, startedAt, finishedAt } = repair;
  const what = work === 'reopen' ? t('quarantine.work.reopen') : t(`quarantine.work.reparse_${among ?? 'all'}`);
  const scope = [
    cause === null ? '' : t(`quarantine.cause.${cause}`),
    publickeyVer === null ? '' : t('quarantine.version', { version: publickeyVer }),
  ].filter((part) => part !== '');
  const progress =
    total === null
      ? t('quarantine.counting')
      : t('quarantine.progress', { done: formatCount(done), total: formatCount(total) });
  const outcome = t(work === 'reopen' ? 'quarantine.opened' : 'quarantine.changed', { count: formatCount(changed) });
  return (
    <li className="flex flex-col gap-1">
      <Meter label={[what, ...scope].join(' · ')} done={done} total={total} text={progress} />
      <p className="text-xs text-muted tabular-nums">
        {outcome} ·{' '}
        {finishedAt === null
          ? t('quarantine.underWay', { time: when(startedAt) })
          : t('quarantine.finished', { time: when(finishedAt) })}
      </p>
    </li>
  );
}
