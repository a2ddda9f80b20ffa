import type { LedgerDayView } from '../api/setup-types.ts';
import { StateBadge } from '../components/state-badge.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { TextLink } from '../components/text-link.tsx';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';
import { KindCounts } from './kind-counts.tsx';

/** The ledger day by day, newest first. */
export function DayTable({ connectionId, days }: { connectionId: string; days: readonly LedgerDayView[] }) {
  const { t, formatCount } = useWords();
  const words = {
    day: t('completeness.day'),
    seqs: t('completeness.seqs'),
    envelopes: t('completeness.envelopes'),
    unseen: t('completeness.unseen'),
    waits: t('completeness.waits'),
    root: t('completeness.root'),
  };
  return (
    <Table caption={t('completeness.days')} columns={Object.values(words)}>
      {days.map((day) => (
        <Row key={`${day.day} ${day.state}`}>
          <Cell label={words.day} number>
            {day.toPage < day.fromPage ? (
              day.day
            ) : (
              <TextLink to={paths.ledgerDay(connectionId, day.day)}>{day.day}</TextLink>
            )}
          </Cell>
          <Cell label={words.seqs} number>
            <SeqRange day={day} />
          </Cell>
          <Cell label={words.envelopes} number>
            {formatCount(day.envelopes)}
            {day.signed !== null && day.signed.kinds.length > 0 && (
              <details className="text-xs">
                <summary className="cursor-pointer text-muted">{t('completeness.kinds')}</summary>
                <KindCounts kinds={day.signed.kinds} />
              </details>
            )}
          </Cell>
          <Cell label={words.unseen} number>
            {formatCount(day.unseen)}
          </Cell>
          <Cell label={words.waits} number>
            {formatCount(day.sealed)}
          </Cell>
          <Cell label={words.root}>
            <StateBadge tone={day.signed === null ? 'waiting' : 'healthy'}>
              {day.signed === null ? t('completeness.openShort') : t('completeness.signed')}
            </StateBadge>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** The numbers that a day's pages reach over; a dash when there was none. */
export function SeqRange({ day: { after, last, envelopes } }: { day: LedgerDayView }) {
  const { formatCount } = useWords();
  if (envelopes === 0 || after === null || last === null) return <>—</>;
  return <>{`${formatCount(BigInt(after) + 1n)}–${formatCount(last)}`}</>;
}
