import { endRepull, inTenant, moveRepull, startRepull, type RepullRow } from '@highwater/db';
import { FAULTS, FaultError, type CorpCredentials, type RepullId, type Seq, type TenantId } from '@highwater/domain';
import { auditSystem } from '../audit-system.ts';
import { openCredentials } from '../connections/open-credentials.ts';
import type { ChainDeps } from '../deps.ts';
import { PULL_FAULTS } from '../pull/pull-archive.ts';
import { readAnswer } from '../pull/read-answer.ts';
import { PAGE_LIMIT, type ReceivedPage } from '../pull/store-page.ts';
import { countNew } from './count-new.ts';
import { keepRepullPage } from './keep-repull-page.ts';

/** Tries without any answer before a re-pull is given up; whoever asked can ask again. */
const MOST_ATTEMPTS = 5;

/**
 * Asks WeCom again for a range of numbers below the cursor. A page that holds anything not stored, a number or other
 * bytes under a known number, is kept as it came and opened; everything else leaves no trace but the count.
 *
 * Harmless to repeat and to kill: what was asked for is noted by compare-and-set in the transaction that keeps the page,
 * so it goes on where it was, and a page is kept once. The cursor is never touched.
 */
export async function repullRange(deps: ChainDeps, tenantId: TenantId, repullId: RepullId): Promise<void> {
  const repull = await inTenant(deps.database, tenantId, (tx) => startRepull(tx, repullId, deps.clock.now()));
  if (repull === undefined) return;
  try {
    const opened = await openCredentials(deps, tenantId, repull.connectionId);
    if (opened !== undefined) await askAgain(deps, tenantId, repull, opened.corp);
  } catch (error) {
    if (!(error instanceof FaultError) || !PULL_FAULTS.includes(error.fault)) throw error;
    // What may pass is tried again by the queue, ever more seldom.
    if (FAULTS[error.fault].retry && repull.attempts < MOST_ATTEMPTS) throw error;
    await end(deps, tenantId, repull, { fault: error.fault, detail: error.detail });
  }
}

async function askAgain(deps: ChainDeps, tenantId: TenantId, repull: RepullRow, corp: CorpCredentials): Promise<void> {
  const { connectionId, repullId } = repull;
  const to = BigInt(repull.toSeq);
  for (let after = BigInt(repull.askedThrough); after < to;) {
    const page = await fetchWithin(deps, corp, after, to);
    const through = page?.seqs.at(-1) ?? to;
    const now = deps.clock.now();
    const fresh = page === undefined ? 0 : await countNew(deps, tenantId, connectionId, page);
    const move = { after, through, returned: page?.seqs.length ?? 0, kept: fresh, now };
    const moved =
      page === undefined || fresh === 0
        ? await inTenant(deps.database, tenantId, (tx) => moveRepull(tx, repullId, move))
        : await keepRepullPage(deps, tenantId, connectionId, after, page, (tx) => moveRepull(tx, repullId, move));
    // Somebody else is at it.
    if (!moved) return;
    after = through;
  }
  await end(deps, tenantId, repull, null);
}

/**
 * What WeCom has after `after` and up to `to`: undefined when nothing. An answer that goes beyond `to` is asked for again
 * with as many as lie within: the rest is not this re-pull's, and a kept page holds exactly what was received.
 */
async function fetchWithin(
  { finance }: ChainDeps,
  corp: CorpCredentials,
  after: Seq,
  to: Seq,
): Promise<ReceivedPage | undefined> {
  let limit = to - after < PAGE_LIMIT ? Number(to - after) : PAGE_LIMIT;
  while (limit > 0) {
    const page = readAnswer(await finance.fetchPage(corp, after, limit), after, limit);
    // A re-pull looks at what is stored already: it needs no page that WeCom did not put in order.
    if (page.disorder !== undefined) throw new FaultError('page.order', { detail: { ...page.disorder } });
    const within = page.seqs.filter((seq) => seq <= to).length;
    if (within === 0) return undefined;
    if (within === page.seqs.length) return page;
    limit = within;
  }
  return undefined;
}

async function end(
  deps: ChainDeps,
  tenantId: TenantId,
  { repullId, connectionId }: RepullRow,
  failure: Parameters<typeof endRepull>[2]['failure'],
): Promise<void> {
  const now = deps.clock.now();
  await inTenant(deps.database, tenantId, async (tx) => {
    if (!(await endRepull(tx, repullId, { failure, now }))) return;
    const event = failure === null ? 'repull.finished' : 'repull.failed';
    const detail = failure === null ? {} : { fault: failure.fault };
    await auditSystem(tx, now, { event, subject: `connection:${connectionId}`, detail });
  });
}
