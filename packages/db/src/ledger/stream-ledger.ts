import { CHAIN_START, createLedgerWriter, type PageRow } from '@highwater/crypto';
import type { ConnectionId, TenantId, UnixMs } from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { inTenant } from '../transactions/in-tenant.ts';
import { listLedgerCheckpoints, type LedgerCheckpoint } from './ledger-checkpoints.ts';
import { listLedgerDaysAfter, type LedgerDay } from './ledger-days.ts';
import { listLedgerPages, type LedgerEnd } from './ledger-pages.ts';

/** Rows that are read at once. */
const BATCH = 1000;

/**
 * The ledger file of a connection up to `end`, piece by piece: memory stays bounded, and no transaction is open while the
 * reader takes its time. Pages and days are never changed, so the pieces fit whatever is added meanwhile.
 */
export async function* streamLedger(
  database: Pick<Database, 'app'>,
  tenantId: TenantId,
  connectionId: ConnectionId,
  file: { readonly end: LedgerEnd; readonly made: UnixMs; readonly keys: readonly string[] },
): AsyncGenerator<string> {
  const { end, made, keys } = file;
  const writer = createLedgerWriter();
  const days = readDays(database, tenantId, connectionId);
  yield writer.header({
    type: 'highwater/v1/ledger',
    tenant: tenantId,
    connection: connectionId,
    corp: end.corpId,
    made,
    keys,
  });
  let day = await days.next();
  const takeDays = async (page: number): Promise<string> => {
    let text = '';
    for (; !day.done && day.value.toPage <= page; day = await days.next()) text += writer.day(day.value.line);
    return text;
  };
  yield await takeDays(0);
  for (let from = 1; from <= end.pages; from += BATCH) {
    const range = { from, to: Math.min(end.pages, from + BATCH - 1), limit: BATCH };
    const pages: readonly PageRow[] = await inTenant(database, tenantId, (tx) =>
      listLedgerPages(tx, connectionId, range),
    );
    let text = '';
    for (const page of pages) text += writer.page(page) + (await takeDays(page.page));
    yield text;
  }
  yield writer.end();
}

async function* readDays(
  database: Pick<Database, 'app'>,
  tenantId: TenantId,
  connectionId: ConnectionId,
): AsyncGenerator<LedgerDay, undefined> {
  let after: string | null = null;
  for (;;) {
    const last: string | null = after;
    const days: readonly LedgerDay[] = await inTenant(database, tenantId, (tx) =>
      listLedgerDaysAfter(tx, connectionId, last, BATCH),
    );
    yield* days;
    after = days.at(-1)?.day ?? null;
    if (days.length < BATCH) return undefined;
  }
}

/** The checkpoints of a connection, oldest first, one row a line, piece by piece. */
export async function* streamCheckpoints(
  database: Pick<Database, 'app'>,
  tenantId: TenantId,
  connectionId: ConnectionId,
): AsyncGenerator<string> {
  let after: UnixMs | null = null;
  for (;;) {
    const last: UnixMs | null = after;
    const rows: readonly LedgerCheckpoint[] = await inTenant(database, tenantId, (tx) =>
      listLedgerCheckpoints(tx, connectionId, last, BATCH),
    );
    if (rows.length > 0) yield rows.map(({ line }) => `${line}\n`).join('');
    after = rows.at(-1)?.slotAt ?? null;
    if (rows.length < BATCH) return;
  }
}

/** Where a chain without pages stands, in the words of the ledger file. */
export function headOf({ head }: Pick<LedgerEnd, 'head'>): string {
  return head === '' ? CHAIN_START : head;
}
