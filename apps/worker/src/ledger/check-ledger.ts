import { chainHash, CHAIN_START, leafHash, readRow, verifyLedger, type PageRow } from '@highwater/crypto';
import {
  findLedgerCheck,
  findLedgerEnd,
  findPage,
  inTenant,
  listLedgerPages,
  listNewestCheckpoints,
  moveLedgerCheck,
  raiseFinding,
  resolveFindings,
  startLedgerCheck,
  streamLedger,
  type LedgerCheck,
  type LedgerEnd,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type ConnectionId, type TenantId } from '@highwater/domain';
import { restorePage } from '../pull/page-bytes.ts';
import type { LedgerDeps } from './ledger-deps.ts';

/** Pages that are compared in one transaction. */
const BATCH = 50;
/** After this a check begins again at page 1: what was right may have been changed since. */
export const RESTART_MS = 7 * 86_400_000;

/**
 * Compares stored pages with the ledger: the bytes with their hash, the facts with the leaf, the leaf with the chain; at
 * the end of a run from page 1 also days, roots and signatures. Goes on where the last check ended unless one from the
 * start was asked for or is due. What does not agree becomes a finding.
 *
 * Harmless to repeat and to kill: it reads, and notes how far it came by compare-and-set.
 */
export async function checkLedger(
  deps: LedgerDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  signal?: AbortSignal,
): Promise<void> {
  for (let first = true; ; first = false) {
    if (signal?.aborted === true) return;
    const step = await inTenant(deps.database, tenantId, (tx) => checkNext(deps, tx, connectionId, first));
    if (step === 'ended') return;
    if (step === 'more') continue;
    await finishRun(deps, tenantId, connectionId, step);
    return;
  }
}

/** One batch. Answers the ledger's end when every page agrees and the run is not finished yet. */
async function checkNext(
  deps: LedgerDeps,
  tx: TenantTx,
  connectionId: ConnectionId,
  mayRestart: boolean,
): Promise<'ended' | 'more' | { readonly end: LedgerEnd; readonly check: LedgerCheck }> {
  const now = deps.clock.now();
  const end = await findLedgerEnd(tx, connectionId);
  if (end === undefined) return 'ended';
  let check = await findLedgerCheck(tx, connectionId);
  const isDue = check === undefined || check.askedAt !== null || check.startedAt <= now - RESTART_MS;
  if (mayRestart && isDue) {
    await startLedgerCheck(tx, connectionId, now);
    check = await findLedgerCheck(tx, connectionId);
  }
  if (check === undefined || check.wrongPage !== null) return 'ended';
  if (check.page >= end.pages) {
    const agrees = check.page === end.pages && check.head === end.head;
    if (!agrees) return note(deps, tx, connectionId, check, { page: check.page, head: check.head, wrong: check.page });
    return check.finishedAt === null ? { end, check } : 'ended';
  }
  const range = { from: check.page + 1, to: end.pages, limit: BATCH };
  let { page, head } = check;
  for (const row of await listLedgerPages(tx, connectionId, range)) {
    if (!(await isRight(tx, connectionId, row, page, head))) break;
    page = row.page;
    head = row.chain;
  }
  const checked = Math.min(range.from + BATCH - 1, end.pages);
  return note(deps, tx, connectionId, check, { page, head, wrong: page < checked ? page + 1 : null });
}

async function isRight(
  tx: TenantTx,
  connectionId: ConnectionId,
  row: PageRow,
  before: number,
  head: string,
): Promise<boolean> {
  const facts = {
    tenantId: tx.tenantId,
    connectionId,
    after: BigInt(row.after),
    first: BigInt(row.first),
    last: BigInt(row.last),
    count: row.count,
    unseen: row.unseen,
    sha256: row.sha256,
    receivedAt: row.received,
  };
  if (row.page !== before + 1 || leafHash(facts) !== row.leaf) return false;
  if (chainHash(head === '' ? CHAIN_START : head, row.leaf) !== row.chain) return false;
  const stored = await findPage(tx, connectionId, row.page);
  if (stored === undefined) return false;
  try {
    await restorePage(stored.bytes, row.sha256);
    return true;
  } catch (error) {
    if (error instanceof FaultError && error.fault === 'object.damaged') return false;
    throw error;
  }
}

async function note(
  deps: LedgerDeps,
  tx: TenantTx,
  connectionId: ConnectionId,
  check: LedgerCheck,
  found: { readonly page: number; readonly head: string; readonly wrong: number | null; readonly isWhole?: true },
): Promise<'ended' | 'more'> {
  const now = deps.clock.now();
  const moved = await moveLedgerCheck(tx, connectionId, {
    startedAt: check.startedAt,
    from: check.page,
    page: found.page,
    head: found.head,
    finishedAt: found.isWhole === true ? now : check.finishedAt,
    wrongPage: found.wrong,
    now,
  });
  const subject = `connection:${connectionId}:ledger`;
  if (moved && found.wrong !== null) {
    await raiseFinding(tx, { fault: 'ledger.broken', subject, detail: { page: found.wrong }, now });
    deps.log.error('ledger broken', { tenantId: tx.tenantId, connectionId, fault: 'ledger.broken' });
  }
  if (moved && found.isWhole === true && found.wrong === null)
    await resolveFindings(tx, ['ledger.broken'], subject, now);
  return moved && found.wrong === null && found.isWhole !== true ? 'more' : 'ended';
}

/** The end of a run: days, roots, signatures and the newest checkpoint, as somebody outside would verify the file. */
async function finishRun(
  deps: LedgerDeps,
  tenantId: TenantId,
  connectionId: ConnectionId,
  { end, check }: { readonly end: LedgerEnd; readonly check: LedgerCheck },
): Promise<void> {
  const { keys } = deps.ledger;
  const file = streamLedger(deps.database, tenantId, connectionId, {
    end,
    made: deps.clock.now(),
    keys: keys.map(({ spki }) => spki),
  });
  const newest = await inTenant(deps.database, tenantId, async (tx) =>
    (await listNewestCheckpoints(tx)).find((each) => each.connectionId === connectionId),
  );
  const checkpoint = newest === undefined ? undefined : readRow(newest.line);
  // One that was signed after the file's end was read knows more pages than the file.
  const heads = checkpoint?.type === 'highwater/v1/checkpoint' && checkpoint.pages <= end.pages ? [checkpoint] : [];
  const verdict = await verifyLedger(toBytes(file), { trusted: keys, heads });
  const [problem] = verdict.problems;
  const wrong = problem === undefined ? null : Math.max(1, problem.page ?? 1);
  await inTenant(deps.database, tenantId, (tx) =>
    note(deps, tx, connectionId, check, { page: check.page, head: check.head, wrong, isWhole: true }),
  );
}

async function* toBytes(file: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of file) yield Buffer.from(text, 'latin1');
}
