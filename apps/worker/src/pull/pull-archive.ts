import { finishPull, findPullState, inTenant, notePullStarted, resolveFindings, type PullState } from '@highwater/db';
import { FaultError, type ConnectionId, type Fault, type TenantId } from '@highwater/domain';
import { FAULTS_BY_ERRCODE } from '@highwater/wecom';
import type { ChainDeps } from '../deps.ts';
import { openCredentials } from '../connections/open-credentials.ts';
import { faultOfArchiveCall } from './fault-of-archive-call.ts';
import { goOnWithFiles } from '../media/enqueue-lanes.ts';
import { silentSubject } from '../watch/silent-subject.ts';
import { demandWholePage } from './demand-whole-page.ts';
import { reportPullFault } from './report-pull-fault.ts';
import { nextPullOf } from './next-pull.ts';
import { PAGE_LIMIT, storePage, type LedgerHead, type StorePage } from './store-page.ts';
import { readAnswer } from './read-answer.ts';

/** Pages that a pull stores before others get their turn: a second or two of work. */
const PAGES_PER_TURN = 5;

/** What can be wrong between WeCom and the cursor: told to the tenant, healed by the next good answer. */
export const PULL_FAULTS: readonly Fault[] = [
  'corp_id.wrong',
  'secret.wrong',
  'secret.wrong_kind',
  'ip.untrusted',
  'archive.not_opened',
  'archive.expired',
  'wecom.unreachable',
  'wecom.throttled',
  'wecom.busy',
  'wecom.token_refused',
  'wecom.error',
  'wecom.certificate',
  'wecom.arguments',
  'library.missing',
  'library.refused',
  'helper.died',
  'helper.timed_out',
  'page.garbled',
  'page.order',
  'database.full',
  // Whatever else WeCom may answer: no errcode is ever taken for an empty page.
  ...FAULTS_BY_ERRCODE.values(),
];

/** Messages that WeCom no longer has do not come back: told, and not healed by an answer. */
const LASTING: Fault = 'archive.window_passed';

/**
 * Pulls pages until WeCom has no more, a few at a time: after its share it goes on as a job behind those that wait. An
 * answer that is not a page becomes a finding and leaves the cursor where it is.
 *
 * Harmless to repeat and to kill: a page and its cursor are one transaction (storePage), so whatever is not stored is
 * asked for again; two pullers cannot both store a page, the slower one stops. `next_pull_at` is moved at the end only,
 * so a pull that was killed stays due.
 */
export async function pullArchive(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  options: { readonly signal?: AbortSignal; readonly store?: StorePage } = {},
): Promise<void> {
  const opened = await openCredentials(deps, tenantId, connectionId);
  if (opened === undefined) return;
  const { state, corp } = opened;
  const store = options.store ?? storePage;
  let head = headOf(state);
  await inTenant(deps.database, tenantId, (tx) => notePullStarted(tx, connectionId, deps.clock.now()));
  try {
    for (let stored = 0; ;) {
      // Stopping here is a kill like any other: the connection stays due.
      if (options.signal?.aborted === true) return;
      const bytes = await deps.finance.fetchPage(corp, head.cursor, PAGE_LIMIT);
      deps.failpoint('pull.fetched');
      const page = readAnswer(bytes, head.cursor, PAGE_LIMIT);
      await demandWholePage(deps, tenantId, connectionId, head.cursor, page);
      if (page.seqs.length === 0) break;
      const next = await store(deps, tenantId, connectionId, head, page);
      if (next === undefined) {
        const overtaken = await findOvertaken(deps, tenantId, connectionId, head);
        if (overtaken === undefined) return;
        head = overtaken;
        continue;
      }
      head = next;
      deps.failpoint('pull.committed');
      stored += 1;
      if (stored === PAGES_PER_TURN) return await goOnLater(deps, tenantId, connectionId, head.pageCount);
    }
  } catch (error) {
    if (!(error instanceof FaultError) || ![...PULL_FAULTS, LASTING].includes(error.fault)) throw error;
    await reportPullFault(deps, tenantId, connectionId, faultOfArchiveCall(error));
    return;
  }
  const now = deps.clock.now();
  await inTenant(deps.database, tenantId, async (tx) => {
    await finishPull(tx, connectionId, { now, answered: true, nextPullAt: nextPullOf(deps, state, now) });
    const gotMessages = head.pageCount > Number(state.pageCount);
    const over: readonly Fault[] = gotMessages ? ['archive.silent', 'messages.none'] : ['archive.silent'];
    const healed = await resolveFindings(tx, [...PULL_FAULTS, ...over], `connection:${connectionId}`, now);
    // What was lost stands on the completeness page for good; no more is lost from now on.
    await resolveFindings(tx, ['archive.window_passed'], silentSubject(connectionId), now);
    // The checks of the connection say the same as its findings.
    if (healed > 0) await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
    // What kept the pull from going kept the files too.
    if (healed > 0) await goOnWithFiles(deps, tx, connectionId, now);
  });
}

/** Where the ledger ends now, when a page of another kind took the number and the cursor stands where it stood. */
async function findOvertaken(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  head: LedgerHead,
): Promise<LedgerHead | undefined> {
  const state = await inTenant(deps.database, tenantId, (tx) => findPullState(tx, connectionId));
  const now = state && headOf(state);
  return now?.cursor === head.cursor && now.pageCount > head.pageCount ? now : undefined;
}

async function goOnLater(
  deps: ChainDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  afterPage: number,
): Promise<void> {
  await inTenant(deps.database, tenantId, (tx) =>
    deps.enqueue(tx, 'pull-archive', { tenantId, connectionId, afterPage }),
  );
}

function headOf(state: PullState): LedgerHead {
  return { cursor: BigInt(state.cursorSeq), pageCount: Number(state.pageCount), pageHash: state.lastPageHash };
}
