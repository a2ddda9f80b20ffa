import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Files as FilesIcon } from 'lucide-react';
import { getFileLedger, listFileDays, listFiles, retryFiles } from '../../api/files.ts';
import { CompletenessTabs } from '../../completeness/completeness-tabs.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { CauseList } from '../../files/cause-list.tsx';
import { FileDays } from '../../files/file-days.tsx';
import { FileTable } from '../../files/file-table.tsx';
import { FileChecks, FileTiles, KindTable } from '../../files/file-totals.tsx';
import { Pressing } from '../../files/pressing.tsx';
import { readFilter } from '../../files/read-filter.ts';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('files.title');

const REFRESH_MS = 5000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { actions } = await requireRight(visit, 'see_completeness');
    const get = (name: string) => visit.url.searchParams.get(name);
    const filter = readFilter(get) ?? null;
    const [ledger, days, page] = await Promise.all([
      getFileLedger(visit.api),
      listFileDays(visit.api, get('days') ?? undefined),
      filter === null ? null : listFiles(visit.api, filter, get('cursor') ?? undefined),
    ]);
    return { ...ledger, days, filter, page, actions };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const mediaId = textField(form, 'mediaId');
    const filter = readFilter((name) => textField(form, name));
    if (mediaId !== '') await retryFiles(visit.api, { mediaId });
    else if (filter !== undefined && filter.list !== 'unread') {
      await retryFiles(visit.api, { ...filter, list: filter.list });
    }
    throw redirect(paths.files(Object.fromEntries(visit.url.searchParams)));
  });

export default function Files() {
  const { at, totals, kinds, causes, waiting, days, filter, page, actions } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const running = totals.wanted.count > totals.blocked;
  const mayRetry = actions.includes('connect');
  useRefresh(running, REFRESH_MS);
  return (
    <div className="max-w-4xl">
      <RefreshWithoutScript active={running} everySeconds={10} />
      <PageHead title={t('files.title')} lead={t('files.lead')} />
      <CompletenessTabs actions={actions} />
      {kinds.length === 0 ? (
        <EmptyState icon={FilesIcon} title={t('files.none')}>
          {t('files.noneWhy')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          <FormProblem problem={refusal?.problem} />
          <FileTiles totals={totals} />
          <Pressing waiting={waiting} now={at} />
          <CauseList causes={causes} mayRetry={mayRetry} />
          {filter !== null && page !== null && (
            <FileTable filter={filter} page={page} now={at} mayRetry={mayRetry} mayRead={actions.includes('view')} />
          )}
          <FileChecks totals={totals} />
          <KindTable kinds={kinds} />
          <FileDays page={days} />
        </div>
      )}
    </div>
  );
}
