import type { LedgerDayDetail } from '../api/setup-types.ts';
import { Cell, Row, Table } from '../components/table.tsx';
import { useWords } from '../words/words-context.tsx';

type LedgerPage = LedgerDayDetail['pages']['items'][number];

/** Pages as received, in the order of the chain. */
export function PageTable({ pages }: { pages: readonly LedgerPage[] }) {
  const { t, when, formatCount } = useWords();
  const words = {
    page: t('completeness.page'),
    receivedAt: t('completeness.receivedAt'),
    seqs: t('completeness.seqs'),
    envelopes: t('completeness.envelopes'),
    unseen: t('completeness.unseen'),
    sha256: t('completeness.sha256'),
    chain: t('completeness.chain'),
  };
  return (
    <Table caption={t('completeness.pages')} columns={Object.values(words)}>
      {pages.map((page) => (
        <Row key={page.page}>
          <Cell label={words.page} number>
            {formatCount(page.page)}
          </Cell>
          <Cell label={words.receivedAt} number>
            <span className="whitespace-nowrap">{when(page.receivedAt)}</span>
          </Cell>
          <Cell label={words.seqs} number>
            {`${formatCount(page.first)}–${formatCount(page.last)}`}
          </Cell>
          <Cell label={words.envelopes} number>
            {formatCount(page.envelopes)}
          </Cell>
          <Cell label={words.unseen} number>
            {formatCount(page.unseen.reduce((sum, { from, to }) => sum + BigInt(to) - BigInt(from) + 1n, 0n))}
          </Cell>
          <Cell label={words.sha256}>
            <Hash text={page.sha256} />
          </Cell>
          <Cell label={words.chain}>
            <Hash text={page.chain} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

/** Its beginning; the whole hash is in the title and in the file. */
function Hash({ text }: { text: string }) {
  return (
    <span className="font-mono text-xs" title={text}>
      {text.slice(0, 12)}…
    </span>
  );
}
