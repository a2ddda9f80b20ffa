import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { PackageCheck } from 'lucide-react';
import { getQuarantine, listQuarantined, reopenQuarantine, reparseMessages } from '../../api/quarantine.ts';
import { listConnections } from '../../api/setup.ts';
import { CompletenessTabs } from '../../completeness/completeness-tabs.tsx';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { HiddenFields } from '../../components/hidden-fields.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { paths } from '../../paths.ts';
import { CauseCard } from '../../quarantine/cause-card.tsx';
import { EnvelopeList } from '../../quarantine/envelope-list.tsx';
import { readFilter } from '../../quarantine/read-filter.ts';
import { isRunning, RepairList } from '../../quarantine/repair-list.tsx';
import { UnknownTypes } from '../../quarantine/unknown-types.tsx';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('quarantine.title');

const REFRESH_MS = 1000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { actions } = await requireRight(visit, 'see_completeness');
    const search = visit.url.searchParams;
    const filter = readFilter((name) => search.get(name)) ?? null;
    const mayWork = actions.includes('connect');
    const [quarantine, page, connections] = await Promise.all([
      getQuarantine(visit.api),
      filter === null ? null : listQuarantined(visit.api, filter, search.get('cursor') ?? undefined),
      mayWork ? listConnections(visit.api) : [],
    ]);
    return {
      ...quarantine,
      filter,
      page,
      connections: connections.map(({ connectionId, corpId }) => ({ connectionId, corpId })),
      actions,
      mayWork,
      now: Date.now(),
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const intent = textField(form, 'intent');
    const filter = readFilter((name) => textField(form, name));
    if (intent === 'reopen' && filter !== undefined) await reopenQuarantine(visit.api, filter);
    if (intent === 'reparse' && filter !== undefined) {
      await reparseMessages(visit.api, filter.connectionId, textField(form, 'among') === 'all' ? 'all' : 'unknown');
    }
    throw redirect(paths.quarantine());
  });

export default function Quarantine() {
  const { groups, unknown, repairs, filter, page, connections, actions, mayWork, now } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const running = repairs.some(isRunning);
  useRefresh(running, REFRESH_MS);
  return (
    <div className="max-w-4xl">
      <RefreshWithoutScript active={running} everySeconds={2} />
      <PageHead title={t('quarantine.title')} lead={t('quarantine.lead')} />
      <CompletenessTabs actions={actions} />
      <div className="flex flex-col gap-6">
        <FormProblem problem={refusal?.problem} />
        {groups.length === 0 ? (
          <EmptyState icon={PackageCheck} title={t('quarantine.none')}>
            {t('quarantine.noneWhy')}
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-2.5">
            {groups.map((group) => (
              <CauseCard
                key={`${group.connectionId} ${group.cause} ${group.publickeyVer}`}
                group={group}
                now={now}
                mayWork={mayWork}
              />
            ))}
          </ul>
        )}
        {filter !== null && page !== null && <EnvelopeList filter={filter} page={page} />}
        <UnknownTypes unknown={unknown} mayWork={mayWork} maySearch={actions.includes('search')} />
        <RepairList repairs={repairs} />
        {connections.length > 0 && (
          <Panel title={t('quarantine.reparseAll')}>
            <p className="mb-3 max-w-prose text-sm text-muted">{t('quarantine.reparseWhy')}</p>
            <div className="flex flex-wrap gap-2">
              {connections.map(({ connectionId, corpId }) => (
                <Form key={connectionId} method="post" className="flex items-center gap-3">
                  <HiddenFields values={{ intent: 'reparse', connectionId, among: 'all' }} />
                  <Button>{t('quarantine.reparseAll')}</Button>
                  {connections.length > 1 && <span className="font-mono text-xs text-muted">{corpId}</span>}
                </Form>
              ))}
            </div>
          </Panel>
        )}
      </div>
    </div>
  );
}
