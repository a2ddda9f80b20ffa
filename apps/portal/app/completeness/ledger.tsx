import type { CompletenessView } from '../api/setup-types.ts';
import { FactList } from '../components/fact-list.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

type Ledger = CompletenessView['connections'][number];

/** Unseen ranges that are listed; the rest is in the count. */
const LISTED = 50;

/** What is stored of one corp, what is not readable, and which numbers were never returned. */
export function LedgerPanel({ ledger }: { ledger: Ledger }) {
  const { t, when, formatCount } = useWords();
  const { unseen } = ledger;
  return (
    <Panel title={<span className="font-mono">{ledger.corpId}</span>}>
      <p className="mb-4 text-base font-medium text-pretty">
        {ledger.stored === 0
          ? t('overview.nothingYet')
          : t('overview.stored', { seq: formatCount(ledger.lastSeq), time: when(ledger.asOf) })}
      </p>
      <FactList
        facts={[
          [t('completeness.stored'), formatCount(ledger.stored)],
          [t('completeness.opened'), formatCount(ledger.opened)],
          [t('overview.sealed'), formatCount(ledger.sealed)],
          [t('overview.unreadable'), formatCount(ledger.unreadable)],
          [t('completeness.unknown'), formatCount(ledger.unknown)],
          [t('completeness.pages'), formatCount(ledger.pages)],
          [t('completeness.unseen'), formatCount(ledger.unseenTotal)],
          [
            t('completeness.chainHead'),
            <span key="head" className="font-mono text-xs break-all">
              {ledger.chainHead || '—'}
            </span>,
          ],
        ]}
      />
      <h3 className="mt-5 mb-1 text-sm font-semibold">{t('completeness.unseenRanges')}</h3>
      <p className="mb-2 text-xs text-muted">{t('completeness.unseenWhy')}</p>
      {unseen.length === 0 ? (
        <p>{t('completeness.noUnseen')}</p>
      ) : (
        <ul className="columns-2 font-mono text-xs tabular-nums sm:columns-4">
          {unseen.slice(0, LISTED).map(({ from, to }) => (
            <li key={from}>{from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
