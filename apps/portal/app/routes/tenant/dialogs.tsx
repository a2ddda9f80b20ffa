import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Quote } from 'lucide-react';
import { listFrozenDialogs } from '../../api/reading.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { paths } from '../../paths.ts';
import { CitationRow } from '../../reader/citation-row.tsx';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('reading.citations');

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    await requireRight(visit, 'view');
    return { page: await listFrozenDialogs(visit.api, visit.url.searchParams.get('cursor') ?? undefined) };
  });

export default function Dialogs() {
  const { page } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <div className="max-w-4xl">
      <PageHead title={t('reading.citations')} lead={t('reading.citationsLead')} />
      <Tabs
        label={t('shell.conversations')}
        tabs={[
          { to: paths.conversations(), word: t('shell.conversations') },
          { to: paths.citations(), word: t('reading.citations') },
        ]}
      />
      {page.items.length === 0 ? (
        <EmptyState icon={Quote} title={t('reading.citationsNone')}>
          {t('reading.citationsNoneCure')}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {page.items.map((dialog) => (
            <CitationRow key={dialog.dialogId} dialog={dialog} />
          ))}
        </ul>
      )}
      <MoreLink to={page.nextCursor === null ? null : paths.citations({ cursor: page.nextCursor })} />
    </div>
  );
}
