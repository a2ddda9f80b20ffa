import {
  countPagesContent,
  findLedgerDay,
  findLedgerEnd,
  inTenant,
  listLedgerDays as queryDays,
  listLedgerPages,
  type LedgerEnd,
  type TenantTx,
} from '@highwater/db';
import { FaultError, type ConnectionId } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { utcDay } from '../schemas/ledger.ts';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { connectionId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { dayOf, kindsOf, openFacts, signedFacts, viewDays } from './view-ledger.ts';

export const listLedgerDaysInput = { params: z.strictObject({ connectionId }), query: pageQuery };
export const getLedgerDayInput = { params: z.strictObject({ connectionId, day: utcDay }), query: pageQuery };

const dayPlace = z.strictObject({ day: utcDay });
const pagePlace = z.strictObject({ page: z.int() });

/** Throws `thing.missing` for a connection that the company has not. */
export async function getLedgerEnd(tx: TenantTx, id: ConnectionId): Promise<LedgerEnd> {
  const end = await findLedgerEnd(tx, id);
  if (end === undefined) throw new FaultError('thing.missing');
  return end;
}

/** The ledger day by day, newest first; what was stored since the last root comes before all signed days. */
export async function listLedgerDays(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_completeness');
  const { params, query } = parseInput(listLedgerDaysInput, raw);
  const { cursor, limit = DEFAULT_LIMIT } = query;
  const before = decodeCursor(dayPlace, cursor)?.day ?? null;
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const end = await getLedgerEnd(tx, params.connectionId);
    const rows = await queryDays(tx, params.connectionId, { before, limit: limit + 1 });
    const page = pageOf(rows, limit, ({ day }) => ({ day }));
    const signed = page.items.map(signedFacts);
    const open = before === null ? [await openFacts(tx, params.connectionId, end, rows[0], ctx.deps.clock.now())] : [];
    return { items: await viewDays(tx, params.connectionId, [...open, ...signed]), nextCursor: page.nextCursor };
  });
}

/** One day with its pages and what became of their envelopes. */
export async function getLedgerDay(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = authorise(ctx, 'see_completeness');
  const { params, query } = parseInput(getLedgerDayInput, raw);
  const { cursor, limit = DEFAULT_LIMIT } = query;
  const after = decodeCursor(pagePlace, cursor)?.page;
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const facts = await getDayFacts(ctx, tx, params.connectionId, params.day);
    const range = { from: (after ?? facts.fromPage - 1) + 1, to: facts.toPage, limit: limit + 1 };
    const rows = await listLedgerPages(tx, params.connectionId, range);
    const { opened, kinds } = await countPagesContent(tx, params.connectionId, facts.fromPage, facts.toPage);
    const [day] = await viewDays(tx, params.connectionId, [facts]);
    if (day === undefined) throw new FaultError('thing.missing');
    const pages = pageOf(rows, limit, ({ page }) => ({ page }));
    return { day, opened, kinds: kindsOf(kinds), pages: { ...pages, items: pages.items.map(viewPage) } };
  });
}

async function getDayFacts(ctx: VerbContext, tx: TenantTx, id: ConnectionId, day: string) {
  const end = await getLedgerEnd(tx, id);
  const signed = await findLedgerDay(tx, id, day);
  if (signed !== undefined) return signedFacts(signed);
  const now = ctx.deps.clock.now();
  if (day !== dayOf(now)) throw new FaultError('thing.missing');
  const [newest] = await queryDays(tx, id, { before: null, limit: 1 });
  return openFacts(tx, id, end, newest, now);
}

function viewPage(row: Awaited<ReturnType<typeof listLedgerPages>>[number]) {
  const { page, after, first, last, count, unseen, sha256, leaf, chain, received } = row;
  const ranges = unseen.map(([from, to]) => ({ from, to }));
  return { page, after, first, last, envelopes: count, unseen: ranges, sha256, leaf, chain, receivedAt: received };
}
