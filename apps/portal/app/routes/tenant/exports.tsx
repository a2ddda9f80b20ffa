import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { PackageOpen } from 'lucide-react';
import { cancelExport, listExports } from '../../api/exports.ts';
import { ButtonLink } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { ExportCard } from '../../exports/export-card.tsx';
import { isUnderWay } from '../../exports/export-state.ts';
import { nameSelections } from '../../exports/name-selections.ts';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('exports.title');

const REFRESH_MS = 1000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireRight(visit, 'export');
    const page = await listExports(visit.api, visit.url.searchParams.get('cursor') ?? undefined);
    const names = await nameSelections(
      visit.api,
      page.items.map(({ selection }) => selection),
    );
    return { page, names, schedules: me.actions.includes('schedule') };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    await cancelExport(visit.api, textField(form, 'exportId'));
    throw redirect(paths.exports());
  });

export default function Exports() {
  const { page, names, schedules } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const running = page.items.some(isUnderWay);
  useRefresh(running, REFRESH_MS);
  const create = (
    <ButtonLink look="primary" to={paths.newExport()}>
      {t('exports.create')}
    </ButtonLink>
  );
  return (
    <div className="max-w-4xl">
      <RefreshWithoutScript active={running} everySeconds={2} />
      <PageHead title={t('exports.title')} lead={t('exports.lead')} action={create} />
      {schedules && (
        <Tabs
          label={t('exports.title')}
          tabs={[
            { to: paths.exports(), word: t('exports.title') },
            { to: paths.schedules(), word: t('shell.schedules') },
          ]}
        />
      )}
      {page.items.length === 0 ? (
        <EmptyState icon={PackageOpen} title={t('exports.none')}>
          <p>{t('exports.noneCure')}</p>
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {page.items.map((view) => (
            <ExportCard key={view.exportId} view={view} names={names} refusal={refusal} />
          ))}
        </ul>
      )}
      <MoreLink to={page.nextCursor === null ? null : paths.exports({ cursor: page.nextCursor })} />
    </div>
  );
}
