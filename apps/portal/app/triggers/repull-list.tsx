import type { RepullView } from '@highwater/api-client';
import { Meter } from '../components/meter.tsx';
import { StateBadge, type Tone } from '../components/state-badge.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { useWords } from '../words/words-context.tsx';

const TONES: Readonly<Record<RepullView['state'], Tone>> = {
  waiting: 'waiting',
  running: 'waiting',
  done: 'healthy',
  failed: 'loss',
};

export function isUnfinished({ state }: RepullView): boolean {
  return state === 'waiting' || state === 'running';
}

/** The last ranges with what came of them. */
export function RepullList({ repulls }: { repulls: readonly RepullView[] }) {
  const { t, when } = useWords();
  if (repulls.length === 0) return <p className="text-sm text-muted">{t('triggers.repull.none')}</p>;
  const columns = (['range', 'state', 'result', 'who'] as const).map((name) => t(`triggers.repull.${name}`));
  return (
    <Table caption={t('triggers.repull.list')} columns={columns}>
      {repulls.map((repull) => (
        <Row key={repull.repullId}>
          <Cell label={t('triggers.repull.range')} number>
            {repull.fromSeq} – {repull.toSeq}
          </Cell>
          <Cell label={t('triggers.repull.state')}>
            <StateBadge tone={TONES[repull.state]}>{t(`triggers.repull.${repull.state}`)}</StateBadge>
          </Cell>
          <Cell label={t('triggers.repull.result')} number>
            <Result repull={repull} />
          </Cell>
          <Cell label={t('triggers.repull.who')}>
            {repull.requestedBy ?? '—'}
            <div className="text-xs text-muted tabular-nums">{when(repull.createdAt)}</div>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Result({ repull }: { repull: RepullView }) {
  const { t, fault, formatCount } = useWords();
  const numbers = {
    asked: formatCount(repull.asked),
    done: formatCount(repull.done),
    returned: formatCount(repull.returned),
    count: formatCount(repull.kept),
  };
  if (isUnfinished(repull)) {
    const text = t('triggers.repull.progress', numbers);
    return <Meter label={t(`triggers.repull.${repull.state}`)} done={repull.done} total={repull.asked} text={text} />;
  }
  if (repull.fault !== null) {
    const words = fault(repull.fault, repull.params);
    return (
      <>
        {words.title}
        <div className="text-xs text-muted">{words.cure}</div>
      </>
    );
  }
  if (repull.returned === 0) return t('triggers.repull.nothing', numbers);
  return t(repull.kept === 0 ? 'triggers.repull.allStored' : 'triggers.repull.kept', numbers);
}
