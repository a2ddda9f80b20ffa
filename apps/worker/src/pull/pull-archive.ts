import { finishPull, inTenant, resolveFindings } from '@highwater/db';
import { FaultError, type ConnectionId, type Fault, type TenantId } from '@highwater/domain';
import type { ChainDeps } from '../deps.ts';
import { openCredentials } from '../connections/open-credentials.ts';
import { reportPullFault } from './report-pull-fault.ts';
import { storePage, type LedgerHead, type StorePage } from './store-page.ts';
import { readAnswer } from './read-answer.ts';

/** The most WeCom gives at once. */
const PAGE_LIMIT = 1000;

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
  'page.garbled',
  'page.order',
];

/**
 * Pulls pages until WeCom has no more. An answer that is not a page becomes a finding and leaves the cursor where it is.
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
  let head: LedgerHead | undefined = {
    cursor: BigInt(state.cursorSeq),
    pageCount: Number(state.pageCount),
    pageHash: state.lastPageHash,
  };
  try {
    for (;;) {
      // Stopping here is a kill like any other: the connection stays due.
      if (options.signal?.aborted === true) return;
      const bytes = await deps.finance.fetchPage(corp, head.cursor, PAGE_LIMIT);
      deps.failpoint('pull.fetched');
      const page = readAnswer(bytes, head.cursor, PAGE_LIMIT);
      if (page.seqs.length === 0) break;
      head = await store(deps, tenantId, connectionId, head, page);
      if (head === undefined) return;
      deps.failpoint('pull.committed');
    }
  } catch (error) {
    if (!(error instanceof FaultError) || !PULL_FAULTS.includes(error.fault)) throw error;
    await reportPullFault(deps, tenantId, connectionId, error);
    return;
  }
  const now = deps.clock.now();
  await inTenant(deps.database, tenantId, async (tx) => {
    await finishPull(tx, connectionId, { now, answered: true, nextPullAt: now + deps.settings.pullIntervalMs });
    const healed = await resolveFindings(tx, PULL_FAULTS, `connection:${connectionId}`, now);
    // The checks of the connection say the same as its findings.
    if (healed > 0) await deps.enqueue(tx, 'run-preflight', { tenantId, connectionId });
  });
}
