import { readRow, type DayRow } from '@highwater/crypto';
import {
  countNotOpened,
  sumLedgerPages,
  type LedgerCheck,
  type LedgerCheckpoint,
  type LedgerDay,
  type LedgerEnd,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type ConnectionId, type UnixMs } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { checkpointView, ledgerCheckView, ledgerDayView } from '../schemas/ledger.ts';

type DayView = z.input<typeof ledgerDayView>;
/** A day before what is so now is added. */
export type DayFacts = Omit<DayView, 'sealed' | 'unreadable'>;

export function dayOf(at: UnixMs): string {
  return new Date(at).toISOString().slice(0, 10);
}

export function signedFacts({ line, root }: LedgerDay): DayFacts {
  const row = readDay(line);
  const { opened, sealed, unreadable } = row;
  return {
    day: row.day,
    state: 'signed',
    fromPage: row.from,
    toPage: row.to,
    after: row.after,
    last: row.last,
    envelopes: row.envelopes,
    unseen: row.unseen,
    signed: { at: row.signed, root, key: row.key, opened, sealed, unreadable, kinds: kindsOf(row.kinds) },
  };
}

/** What was stored since the newest root. */
export async function openFacts(
  tx: TenantTx,
  connectionId: ConnectionId,
  end: LedgerEnd,
  newest: LedgerDay | undefined,
  now: UnixMs,
): Promise<DayFacts> {
  const fromPage = (newest?.toPage ?? 0) + 1;
  const sum = await sumLedgerPages(tx, connectionId, fromPage, end.pages);
  const before = newest === undefined ? null : readDay(newest.line).last;
  return {
    day: dayOf(now),
    state: 'open',
    fromPage,
    toPage: end.pages,
    after: sum.after ?? before,
    last: sum.last ?? before,
    envelopes: sum.envelopes,
    unseen: sum.unseen,
    signed: null,
  };
}

export async function viewDays(
  tx: TenantTx,
  connectionId: ConnectionId,
  days: readonly DayFacts[],
): Promise<readonly DayView[]> {
  const ranges = days.map(({ fromPage, toPage }) => ({ from: fromPage, to: toPage }));
  const counts = await countNotOpened(tx, connectionId, ranges);
  return days.map((day, at) => ({ ...day, ...(counts[at] ?? { sealed: 0, unreadable: 0 }) }));
}

export function kindsOf(kinds: readonly (readonly [string, number])[]): { kind: string; count: number }[] {
  return kinds.map(([kind, count]) => ({ kind, count }));
}

export function viewCheck(check: LedgerCheck, pages: number): z.input<typeof ledgerCheckView> {
  const { page, startedAt, checkedAt, finishedAt, wrongPage } = check;
  return { state: stateOf(check), page, pages, startedAt, checkedAt, finishedAt, wrongPage };
}

function stateOf({ askedAt, wrongPage, finishedAt }: LedgerCheck): z.input<typeof ledgerCheckView>['state'] {
  if (askedAt !== null) return 'waiting';
  if (wrongPage !== null) return 'wrong';
  return finishedAt === null ? 'running' : 'verified';
}

export function viewCheckpoint({ line }: LedgerCheckpoint): z.input<typeof checkpointView> {
  const row = readRow(line);
  if (row?.type !== 'highwater/v1/checkpoint') throw new FaultError('internal');
  const { pages, head, seq, at, key } = row;
  return { pages, head, seq, at, key };
}

function readDay(line: string): DayRow {
  const row = readRow(line);
  if (row?.type !== 'highwater/v1/day') throw new FaultError('internal');
  return row;
}
