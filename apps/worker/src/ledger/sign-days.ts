import { CHAIN_START, createRowsHash, dayRoot, readRow, writeRow, type DayRow, type PageRow } from '@highwater/crypto';
import {
  countPagesContent,
  findLastPageBefore,
  findLedgerEnd,
  insertLedgerDay,
  inTenant,
  listLedgerDays,
  listLedgerPages,
  type TenantTx,
} from '@highwater/db';
import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import type { LedgerDeps } from './ledger-deps.ts';

const DAY_MS = 86_400_000;
/** A page that came just before midnight is committed by then. */
const SETTLED_MS = 10 * 60_000;
/** Days that are signed at once; the rest waits for the next sweep. */
const AT_ONCE = 400;
const BATCH = 1000;

/** The last UTC day that is over and settled at `now`. */
export function lastSettledDay(now: UnixMs): string {
  return dayOf(now - SETTLED_MS - DAY_MS);
}

/**
 * Signs every day of a connection that is over and not signed, one transaction a day.
 *
 * Harmless to repeat and to kill: a day's row is made from pages that never change and from the row of the day before, and
 * the primary key lets one row of a day in; of two workers the second adds nothing and goes on after the first.
 */
export async function signDays(deps: LedgerDeps, tenantId: TenantId, connectionId: ConnectionId): Promise<void> {
  const through = lastSettledDay(deps.clock.now());
  for (let signed = 0; signed < AT_ONCE; signed += 1) {
    const isDone = await inTenant(deps.database, tenantId, (tx) => signNextDay(deps, tx, connectionId, through));
    if (isDone) return;
  }
}

async function signNextDay(
  { clock, ledger }: LedgerDeps,
  tx: TenantTx,
  connectionId: ConnectionId,
  through: string,
): Promise<boolean> {
  const end = await findLedgerEnd(tx, connectionId);
  if (end === undefined) return true;
  const [last] = await listLedgerDays(tx, connectionId, { before: null, limit: 1 });
  const before = last === undefined ? undefined : readDay(last.line);
  const day = before === undefined ? dayOf(end.createdAt) : dayOf(startOf(before.day) + DAY_MS);
  if (day > through) return true;
  const from = (before?.to ?? 0) + 1;
  const to = (await findLastPageBefore(tx, connectionId, from - 1, startOf(day) + DAY_MS)) ?? from - 1;
  const pages = await sumPages(tx, connectionId, from, to, before);
  const row = ledger.signer.signDay({
    type: 'highwater/v1/day',
    tenant: tx.tenantId,
    connection: connectionId,
    corp: end.corpId,
    day,
    from,
    to,
    ...pages,
    ...(await countPagesContent(tx, connectionId, from, to)),
    previous: before === undefined ? CHAIN_START : dayRoot(before),
    signed: clock.now(),
  });
  const kept = { day, fromPage: from, toPage: to, root: dayRoot(row), line: writeRow(row), signedAt: row.signed };
  await insertLedgerDay(tx, connectionId, kept);
  return false;
}

/** What the pages of a day say together; a day without pages stands where the one before ended. */
async function sumPages(
  tx: TenantTx,
  connectionId: ConnectionId,
  from: number,
  to: number,
  before: DayRow | undefined,
): Promise<Pick<DayRow, 'after' | 'last' | 'envelopes' | 'unseen' | 'rows' | 'head'>> {
  const rows = createRowsHash();
  const after = before?.last ?? '0';
  let [cursor, envelopes, unseen, head] = [BigInt(after), 0, 0n, before?.head ?? CHAIN_START];
  for (let next = from; next <= to; next += BATCH) {
    const range = { from: next, to: Math.min(to, next + BATCH - 1), limit: BATCH };
    for (const page of await listLedgerPages(tx, connectionId, range)) {
      rows.add(page);
      envelopes += page.count;
      unseen += countUnseen(page);
      head = page.chain;
      // A page that was asked for again begins before the cursor and leaves it where it is.
      if (BigInt(page.after) === cursor) cursor = BigInt(page.last);
    }
  }
  return { after, last: cursor.toString(), envelopes, unseen: unseen.toString(), rows: rows.digest(), head };
}

function countUnseen({ unseen }: PageRow): bigint {
  return unseen.reduce((sum, [from, to]) => sum + BigInt(to) - BigInt(from) + 1n, 0n);
}

function readDay(line: string): DayRow {
  const row = readRow(line);
  if (row?.type !== 'highwater/v1/day') throw new TypeError('a signed day is a day row');
  return row;
}

function dayOf(at: UnixMs): string {
  return new Date(at).toISOString().slice(0, 10);
}

function startOf(day: string): UnixMs {
  return Date.parse(`${day}T00:00:00Z`);
}
