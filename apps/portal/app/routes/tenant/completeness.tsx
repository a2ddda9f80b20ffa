import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { BadgeCheck } from 'lucide-react';
import { listLedgerDays, verifyLedger } from '../../api/ledger.ts';
import { getCompleteness } from '../../api/setup.ts';
import { CompletenessTabs } from '../../completeness/completeness-tabs.tsx';
import { DayTable } from '../../completeness/day-table.tsx';
import { Explanation } from '../../completeness/explanation.tsx';
import { Intervals } from '../../completeness/intervals.tsx';
import { LedgerState } from '../../completeness/ledger-state.tsx';
import { LedgerPanel } from '../../completeness/ledger.tsx';
import { Statement } from '../../completeness/statement.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { MoreLink } from '../../components/more-link.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { RefreshWithoutScript, useRefresh } from '../../components/use-refresh.tsx';
import { paths } from '../../paths.ts';
import { act, textField } from '../../session/act.ts';
import { read } from '../../session/read.ts';
import { requireRight } from '../../session/require-member.ts';
import { titled } from '../../words/titled.ts';
import { useWords } from '../../words/words-context.tsx';

export const meta = titled('completeness.title');

const REFRESH_MS = 2000;

export const loader = (args: LoaderFunctionArgs) =>
  read(args, async (visit) => {
    const { actions } = await requireRight(visit, 'see_completeness');
    const { at, connections } = await getCompleteness(visit.api);
    // Going on to earlier days is about one connection; the others begin with the newest.
    const { searchParams } = visit.url;
    const cursorOf = (connectionId: string): string | undefined =>
      searchParams.get('connection') === connectionId ? (searchParams.get('cursor') ?? undefined) : undefined;
    const ledgers = await Promise.all(
      connections.map(async (ledger) => ({
        ledger,
        days: await listLedgerDays(visit.api, ledger.connectionId, cursorOf(ledger.connectionId)),
      })),
    );
    return { ledgers, actions, now: at };
  });

export const action = (args: ActionFunctionArgs) =>
  act(args, async (visit, form) => {
    await verifyLedger(visit.api, textField(form, 'connectionId'));
    throw redirect(paths.completeness());
  });

export default function Completeness() {
  const { ledgers, actions, now } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>();
  const { t, zone, formatTime } = useWords();
  const running = ledgers.some(({ ledger }) => ['waiting', 'running'].includes(ledger.check?.state ?? ''));
  useRefresh(running, REFRESH_MS);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <RefreshWithoutScript active={running} everySeconds={3} />
      <div className="-mb-2">
        <PageHead title={t('completeness.title')} lead={t('completeness.lead')} />
      </div>
      <CompletenessTabs actions={actions} />
      {ledgers.length === 0 && (
        <EmptyState icon={BadgeCheck} title={t('completeness.none')}>
          {t('overview.stepConnect')}
        </EmptyState>
      )}
      {ledgers.map(({ ledger, days }) => (
        <div key={ledger.connectionId} className="flex flex-col gap-4">
          <Statement ledger={ledger} now={now} />
          <LedgerState ledger={ledger} refusal={refusal} />
          <section>
            <h2 className="text-sm font-semibold">{t('completeness.days')}</h2>
            <p className="mt-0.5 mb-2 text-xs text-muted">
              {t('completeness.daysLead', { zone, time: formatTime(0, zone) })}
            </p>
            <DayTable connectionId={ledger.connectionId} days={days.items} />
            <MoreLink
              to={
                days.nextCursor === null
                  ? null
                  : paths.completeness({ connection: ledger.connectionId, cursor: days.nextCursor })
              }
            />
          </section>
          <Intervals ledger={ledger} now={now} />
          <LedgerPanel ledger={ledger} />
        </div>
      ))}
      {ledgers.length > 0 && <Explanation />}
    </div>
  );
}
