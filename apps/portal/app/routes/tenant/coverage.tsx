import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { UserSearch } from 'lucide-react';
import { getCoverage, listIncomplete, listScope, retryCoverage } from '../../api/coverage.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { IncompleteList } from '../../gaps/incomplete-list.tsx';
import { ENRICHMENT_OF, KindPanel } from '../../gaps/kind-panel.tsx';
import { PeopleTabs } from '../../gaps/people-tabs.tsx';
import { readGap, readGroup, readRetry } from '../../gaps/read-filter.ts';
import { ScopeList, ScopePanel } from '../../gaps/scope-panel.tsx';
import { SecretsPanel } from '../../gaps/secrets-panel.tsx';
import { WorkPanel } from '../../gaps/work-panel.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('coverage.title');

const REFRESH_MS = 3000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { actions } = await requireRight(visit, 'see_completeness');
    const get = (name: string) => visit.url.searchParams.get(name);
    const cursor = get('cursor') ?? undefined;
    const [gap, scoped] = [readGap(get), readGroup(get)];
    const [coverage, gaps, people] = await Promise.all([
      getCoverage(visit.api),
      gap === undefined ? null : listIncomplete(visit.api, gap, cursor),
      scoped === undefined ? null : listScope(visit.api, scoped, cursor),
    ]);
    return {
      ...coverage,
      gap: gap === undefined || gaps === null ? null : { filter: gap, page: gaps },
      scoped: scoped === undefined || people === null ? null : { ...scoped, page: people },
      actions,
    };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const asked = readRetry((name) => textField(form, name));
    if (asked !== undefined) await retryCoverage(visit.api, asked);
    // Back to the list from which one was asked for.
    throw redirect(paths.coverage(Object.fromEntries(visit.url.searchParams)));
  });

export default function Coverage() {
  const { at, connections, seesNames, gap, scoped, actions } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t } = useWords();
  const running = connections.some(({ kinds }) => kinds.some(({ due }) => due > 0));
  const mayRetry = actions.includes('connect');
  useRefresh(running, REFRESH_MS);
  return (
    <div className="max-w-4xl">
      <RefreshWithoutScript active={running} everySeconds={5} />
      <PageHead
        title={t('coverage.title')}
        lead={t('coverage.lead')}
        action={<TextLink to={paths.messageKinds()}>{t('kindCoverage.link')}</TextLink>}
      />
      <PeopleTabs actions={actions} />
      <div className="flex flex-col gap-6">
        <FormProblem problem={refusal?.problem} />
        {!seesNames && <p className="text-sm text-muted">{t('coverage.countsOnly')}</p>}
        {connections.length === 0 && (
          <EmptyState icon={UserSearch} title={t('coverage.none')}>
            {t('overview.stepConnect')}
          </EmptyState>
        )}
        {connections.map((connection) => {
          const { connectionId } = connection;
          const isOwn = (part: { readonly connectionId: string }): boolean => part.connectionId === connectionId;
          return (
            <div key={connectionId} className="flex flex-col gap-4">
              {connections.length > 1 && (
                <h2 className="flex items-baseline gap-2 font-semibold">
                  {connection.name}
                  <span className="font-mono text-xs font-normal text-muted">{connection.corpId}</span>
                </h2>
              )}
              <div className="grid items-start gap-4 md:grid-cols-2">
                {connection.kinds.map((covered) => (
                  <KindPanel
                    key={covered.kind}
                    connectionId={connectionId}
                    covered={covered}
                    work={connection.enrichments.find(({ kind }) => kind === ENRICHMENT_OF[covered.kind])}
                    now={at}
                    mayRetry={mayRetry}
                    seesNames={seesNames}
                  />
                ))}
              </div>
              {gap !== null && isOwn(gap.filter) && (
                <IncompleteList filter={gap.filter} page={gap.page} now={at} mayRetry={mayRetry} />
              )}
              <ScopePanel connectionId={connectionId} scope={connection.scope} seesNames={seesNames} />
              {scoped !== null && isOwn(scoped) && <ScopeList {...scoped} />}
              <SecretsPanel secrets={connection.secrets} mayConnect={mayRetry} />
              <WorkPanel
                connectionId={connectionId}
                enrichments={connection.enrichments}
                secrets={connection.secrets}
                now={at}
                mayRetry={mayRetry}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
