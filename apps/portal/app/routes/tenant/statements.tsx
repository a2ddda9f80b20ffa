import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { CalendarRange } from 'lucide-react';
import { listStatements } from '../../api/audit.ts';
import { AuditTabs } from '../../audit/audit-tabs.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('statements.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'see_audit');
    return listStatements(visit.api, visit.url.searchParams.get('cursor') ?? undefined);
  });

export default function Statements() {
  const { items, nextCursor } = useLoaderData<typeof loader>();
  const { t, when } = useWords();
  return (
    <>
      <PageHead title={t('statements.title')} lead={t('statements.lead')} />
      <AuditTabs />
      {items.length === 0 ? (
        <EmptyState icon={CalendarRange} title={t('statements.none')}>
          {t('statements.noneHint')}
        </EmptyState>
      ) : (
        <ul className="flex max-w-xl flex-col divide-y divide-line rounded-lg border border-line">
          {items.map(({ month, madeAt }) => (
            <li key={month} className="flex flex-wrap items-baseline justify-between gap-2 px-4 py-2.5 text-sm">
              <TextLink to={paths.statement(month)}>{t('statements.month', { month })}</TextLink>
              <span className="text-xs text-muted">{t('statements.made', { time: when(madeAt) })}</span>
            </li>
          ))}
        </ul>
      )}
      <MoreLink to={nextCursor === null ? null : paths.statements({ cursor: nextCursor })} />
    </>
  );
}
