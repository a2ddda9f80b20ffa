import type { FileLedgerView, FileTotals } from '../api/files.ts';
import { FactList } from '../components/fact-list.tsx';
import { Panel } from '../components/panel.tsx';
import { Cell, Row, Table } from '../components/table.tsx';
import { useWords } from '../words/words-context.tsx';

/** Three numbers with their bytes: to come, here, not to be had. */
export function FileTiles({ totals }: { totals: FileTotals }) {
  const { t, formatCount, formatBytes } = useWords();
  return (
    <dl className="grid gap-2.5 sm:grid-cols-3">
      {(['stored', 'wanted', 'absent'] as const).map((part) => (
        <div key={part} className="rounded-lg border border-line bg-surface px-4 py-3">
          <dt className="text-sm text-muted">{t(`files.${part}`)}</dt>
          <dd className="text-lg font-medium tabular-nums">
            {formatCount(totals[part].count)}
            <span className="ml-2 text-sm font-normal text-muted">{formatBytes(totals[part].bytes)}</span>
          </dd>
          {part === 'wanted' && totals.blocked > 0 && (
            <dd className="text-xs text-attention">{t('files.blocked', { count: formatCount(totals.blocked) })}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** What the hashes said of the files that came. */
export function FileChecks({ totals }: { totals: FileTotals }) {
  const { t, formatCount } = useWords();
  const { md5, sizeDiffers } = totals;
  return (
    <Panel title={t('files.checks')}>
      <FactList
        facts={[
          [t('files.md5.agreed'), formatCount(md5.agreed)],
          [t('files.md5.absent'), formatCount(md5.absent)],
          [t('files.md5.differed'), formatCount(md5.differed)],
          ...(md5.unchecked > 0 ? ([[t('files.md5.unchecked'), formatCount(md5.unchecked)]] as const) : []),
          [t('files.sizeDiffers'), formatCount(sizeDiffers)],
        ]}
      />
    </Panel>
  );
}

/** The same by kind of file. */
export function KindTable({ kinds }: Pick<FileLedgerView, 'kinds'>) {
  const { t, formatCount, formatBytes } = useWords();
  const columns = [t('files.stored'), t('files.wanted'), t('files.absent'), t('files.md5.agreed'), t('files.bytes')];
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-sm font-semibold">{t('files.byKind')}</h2>
      <Table caption={t('files.byKind')} columns={[t('files.kindColumn'), ...columns]}>
        {kinds.map((kind) => {
          const cells = [kind.stored.count, kind.wanted.count, kind.absent.count, kind.md5.agreed].map(formatCount);
          return (
            <Row key={kind.mediaKind}>
              <Cell label={t('files.kindColumn')}>{t(`files.kind.${kind.mediaKind}`)}</Cell>
              {[...cells, formatBytes(kind.stored.bytes)].map((text, at) => (
                <Cell key={columns[at]} number label={columns[at] ?? ''}>
                  {text}
                </Cell>
              ))}
            </Row>
          );
        })}
      </Table>
    </section>
  );
}
