import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { BookOpenText } from 'lucide-react';
import { getOverview } from '../../api/setup.ts';
import { ButtonLink } from '../../components/button.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { FindingList } from '../../overview/finding-list.tsx';
import { FirstSteps } from '../../overview/first-steps.tsx';
import { OverviewNumbers } from '../../overview/overview-numbers.tsx';
import { StateSentence } from '../../overview/state-sentence.tsx';
import { paths } from '../../paths.ts';
import { read } from '../../session/read.ts';
import { requireMember } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('overview.title');

/** The archive grows by itself: the page follows. */
const REFRESH_MS = 15_000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const me = await requireMember(visit);
    const nothing = me.ungranted.includes('view') ? ('ungranted' as const) : ('none' as const);
    const reach = me.scope.kind === 'none' ? nothing : me.scope.kind;
    return { overview: await getOverview(visit.api), actions: me.actions, reach };
  });

export default function Overview() {
  const { overview, actions, reach } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const sees = actions.includes('see_completeness');
  const limited = !sees || reach !== 'all';
  const empty = reach === 'all' && overview.storedMessages === 0;
  useRefresh(true, REFRESH_MS);
  const primary =
    overview.connection === null && actions.includes('connect') ? (
      <ButtonLink look="primary" to={paths.connect()}>
        {t('overview.connectNow')}
      </ButtonLink>
    ) : (
      actions.includes('search') && (
        <ButtonLink look="primary" to={paths.search()}>
          {t('overview.searchNow')}
        </ButtonLink>
      )
    );
  return (
    <>
      <RefreshWithoutScript active={empty} everySeconds={15} />
      <PageHead title={t('overview.title')} action={primary} />
      <StateSentence overview={overview} limited={limited} reach={reach} />
      {!limited && overview.connection !== null && <OverviewNumbers overview={overview} />}
      {sees && overview.connection !== null && (
        <section className="mt-6">
          <h2 className="mb-2 font-semibold">{t('overview.findings')}</h2>
          {overview.findings.length === 0 ? (
            <p className="text-muted">{t('overview.noFindings')}</p>
          ) : (
            <FindingList findings={overview.findings} />
          )}
        </section>
      )}
      {empty && !limited && <FirstSteps overview={overview} actions={actions} />}
      {overview.firstMessageId !== null && actions.includes('view') && (
        <p className="mt-5">
          <ButtonLink to={paths.message(overview.firstMessageId)} icon={<BookOpenText aria-hidden size={16} />}>
            {t('overview.openFirst')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
