import type { CompletenessView } from '../api/setup-types.ts';
import { FactList } from '../components/fact-list.tsx';
import { Panel } from '../components/panel.tsx';
import { useWords } from '../words/words-context.tsx';

export type Ledger = CompletenessView['connections'][number];

/** Unseen ranges that are listed; the rest is in the count. */
const LISTED = 50;

/** What is stored of one corp in numbers, and which numbers were never returned. */
export function LedgerPanel({ ledger }: { ledger: Ledger }) {
  const { t, formatCount } = useWords();
  const { unseen } = ledger;
  return (
    <Panel title={t('completeness.numbers')}>
      <FactList
        facts={[
          [t('completeness.stored'), formatCount(ledger.stored)],
          [t('completeness.opened'), formatCount(ledger.opened)],
          [t('overview.sealed'), formatCount(ledger.sealed)],
          [t('overview.unreadable'), formatCount(ledger.unreadable)],
          [t('completeness.unknown'), formatCount(ledger.unknown)],
          [t('completeness.pages'), formatCount(ledger.pages)],
          [t('completeness.unseen'), formatCount(ledger.unseenTotal)],
        ]}
      />
      <h3 className="mt-5 mb-1 text-sm font-semibold">{t('completeness.unseenRanges')}</h3>
      <p className="mb-2 text-xs text-muted">{t('completeness.unseenWhy')}</p>
      {unseen.length === 0 ? (
        <p className="text-sm">{t('completeness.noUnseen')}</p>
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
