import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { getLedgerDay } from '../../api/ledger.ts';
import { SeqRange } from '../../completeness/day-table.tsx';
import { KindCounts } from '../../completeness/kind-counts.tsx';
import { PageTable } from '../../completeness/page-table.tsx';
import { FactList } from '../../components/fact-list.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('completeness.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit, { connectionId = '', day = '' }) => {
    await requireRight(visit, 'see_completeness');
    const cursor = visit.url.searchParams.get('cursor') ?? undefined;
    return { connectionId, detail: await getLedgerDay(visit.api, { connectionId, day }, cursor) };
  });

export default function LedgerDay() {
  const { connectionId, detail } = useLoaderData<typeof loader>();
  const { t, when, formatCount } = useWords();
  const { day, pages } = detail;
  const { signed } = day;
  const mono = (text: string) => <span className="font-mono text-xs break-all">{text}</span>;
  const states = (counts: { opened: number; sealed: number; unreadable: number }): string =>
    [
      `${t('completeness.opened')} ${formatCount(counts.opened)}`,
      `${t('completeness.waits')} ${formatCount(counts.sealed)}`,
      `${t('completeness.damaged')} ${formatCount(counts.unreadable)}`,
    ].join(t('common.comma'));
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div className="-mb-2">
        <TextLink to={paths.completeness()} className="text-sm">
          {t('completeness.back')}
        </TextLink>
        <PageHead title={t('completeness.dayTitle', { day: day.day })} lead={t('completeness.dayLead')} />
      </div>
      <Panel>
        <FactList
          facts={[
            [t('completeness.seqs'), <SeqRange key="seqs" day={day} />],
            [t('completeness.envelopes'), formatCount(day.envelopes)],
            [t('completeness.unseen'), formatCount(day.unseen)],
            ...(signed === null ? [] : ([[t('completeness.whenSigned'), states(signed)]] as const)),
            [t('completeness.now'), states({ ...day, opened: detail.opened })],
            [
              t('completeness.kinds'),
              detail.kinds.length === 0 ? '—' : <KindCounts key="kinds" kinds={detail.kinds} />,
            ],
            [t('completeness.root'), signed === null ? t('completeness.open') : when(signed.at)],
            ...(signed === null
              ? []
              : ([
                  [t('completeness.rootHash'), mono(signed.root)],
                  [t('completeness.keyId'), mono(signed.key)],
                ] as const)),
          ]}
        />
      </Panel>
      {pages.items.length === 0 ? (
        <p className="text-sm">{t('completeness.noMessages')}</p>
      ) : (
        <PageTable pages={pages.items} />
      )}
      <MoreLink
        to={pages.nextCursor === null ? null : paths.ledgerDay(connectionId, day.day, { cursor: pages.nextCursor })}
      />
    </div>
  );
}
