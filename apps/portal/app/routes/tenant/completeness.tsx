import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BadgeCheck } from 'lucide-react';
import { getCompleteness } from '../../api/setup.ts';
import { LedgerPanel } from '../../completeness/ledger.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('completeness.title');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'see_completeness');
    return getCompleteness(visit.api);
  });

export default function Completeness() {
  const { connections } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <div className="-mb-2">
        <PageHead title={t('completeness.title')} lead={t('completeness.lead')} />
      </div>
      {connections.length === 0 ? (
        <EmptyState icon={BadgeCheck} title={t('completeness.none')}>
          {t('overview.stepConnect')}
        </EmptyState>
      ) : (
        connections.map((ledger) => <LedgerPanel key={ledger.connectionId} ledger={ledger} />)
      )}
    </div>
  );
}
