import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { checkSearchIndex, getSearchIndex, rebuildSearchIndex, switchTypesense } from '../../api/search-index.ts';
import { CompletenessTabs } from '../../completeness/completeness-tabs.tsx';
import { Confirm } from '../../components/confirm.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Panel } from '../../components/panel.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { paths } from '../../paths.ts';
import { IndexState } from '../../search-index/index-state.tsx';
import { LastCheck } from '../../search-index/last-check.tsx';
import { OutsideIndex } from '../../search-index/outside-index.tsx';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('searchIndex.title');

const REFRESH_MS = 1000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { actions } = await requireRight(visit, 'see_completeness');
    return { searchIndex: await getSearchIndex(visit.api), actions, mayWork: actions.includes('connect') };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    const intent = textField(form, 'intent');
    if (intent === 'check') await checkSearchIndex(visit.api);
    if (intent === 'rebuild') await rebuildSearchIndex(visit.api);
    if (intent === 'typesense-on') await switchTypesense(visit.api, true);
    if (intent === 'typesense-off') await switchTypesense(visit.api, false);
    throw redirect(paths.searchIndex());
  });

export default function SearchIndex() {
  const { searchIndex, actions, mayWork } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, formatCount } = useWords();
  const { progress, typesense, total, state } = searchIndex;
  const isMoving = progress !== null || (typesense !== null && (typesense.progress !== null || typesense.leaving));
  useRefresh(isMoving, REFRESH_MS);
  return (
    <div className="max-w-3xl">
      <RefreshWithoutScript active={isMoving} everySeconds={2} />
      <PageHead title={t('searchIndex.title')} lead={t('searchIndex.lead')} />
      <CompletenessTabs actions={actions} />
      <div className="flex flex-col gap-6">
        <FormProblem problem={refusal?.problem} />
        <IndexState index={searchIndex} />
        <LastCheck index={searchIndex} mayWork={mayWork} />
        {mayWork && (
          <Panel title={t('searchIndex.rebuild.title')}>
            <p className="mb-3 max-w-prose text-sm text-muted">{t('searchIndex.rebuild.lead')}</p>
            {state === 'rebuilding' ? (
              <p className="text-sm">{t('searchIndex.rebuilding')}</p>
            ) : (
              <Confirm
                open={t('searchIndex.rebuild.open')}
                warning={t('searchIndex.rebuild.warning', { count: formatCount(total) })}
                confirm={t('searchIndex.rebuild.confirm')}
                fields={{ intent: 'rebuild' }}
                destroys={false}
              />
            )}
          </Panel>
        )}
        <OutsideIndex outside={typesense} mayWork={mayWork} />
        {!mayWork && <p className="text-sm text-muted">{t('searchIndex.readOnly')}</p>}
      </div>
    </div>
  );
}
