import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';
import type { Ledger } from './ledger.tsx';

type Silence = Ledger['silences'][number];

/** The times of which nobody can prove that nothing is missing, and the shorter silences apart from them. */
export function Intervals({ ledger, now }: { ledger: Ledger; now: number }) {
  const { t } = useWords();
  return (
    <Panel title={t('completeness.unprovable')}>
      <p className="mb-2 text-sm text-muted">{t('completeness.unprovableWhy')}</p>
      <List silences={ledger.unprovable} now={now} />
      {ledger.silences.length > 0 && (
        <>
          <p className="mt-4 mb-2 text-sm text-muted">{t('completeness.shorter')}</p>
          <List silences={ledger.silences} now={now} />
        </>
      )}
    </Panel>
  );
}

function List({ silences, now }: { silences: readonly Silence[]; now: number }) {
  const { t, when, formatDuration } = useWords();
  const say = ({ from, until }: Silence): string => {
    if (from === null)
      return until === null ? t('completeness.notAnswered') : t('completeness.beforeFirst', { until: when(until) });
    const duration = formatDuration(Math.floor(((until ?? now) - from) / 60_000) * 60);
    const values = { from: when(from), duration };
    return until === null
      ? t('completeness.lasting', values)
      : t('completeness.interval', { ...values, until: when(until) });
  };
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 text-sm tabular-nums">
      {silences.map((silence) => (
        <li key={`${silence.from} ${silence.until}`}>{say(silence)}</li>
      ))}
    </ul>
  );
}
