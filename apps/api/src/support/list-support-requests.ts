import {
  countSupportLooks,
  inTenant,
  listSupportRequests as listRequests,
  nameAuditSubjects,
  type SupportRequestRow,
  type TenantTx,
} from '@highwater/db';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { requireOwner } from './require-owner.ts';

export const listSupportRequestsInput = {};

/** All that anybody goes back to; a company has a handful. */
const MOST = 50;

/** What the operator's people asked to look at, the newest first, and what they looked at. */
export async function listSupportRequests(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = requireOwner(ctx);
  parseInput(listSupportRequestsInput, raw);
  const now = ctx.deps.clock.now();
  const items = await inTenant(ctx.deps.database, tenantId, async (tx) => {
    const rows = await listRequests(tx, MOST);
    const names = await namesOf(tx, rows);
    const views = [];
    for (const row of rows) views.push(await viewRequest(tx, row, names, now));
    return views;
  });
  return { items, nextCursor: null };
}

async function namesOf(tx: TenantTx, rows: readonly SupportRequestRow[]): Promise<ReadonlyMap<string, string | null>> {
  const subjects = rows.flatMap(({ people, rooms }) => [
    ...people.map((personKey) => `person:${personKey}`),
    ...rooms.map((roomId) => `room:${roomId}`),
  ]);
  const named = await nameAuditSubjects(tx, subjects);
  return new Map(named.map(({ subject, name }) => [subject, name]));
}

async function viewRequest(
  tx: TenantTx,
  row: SupportRequestRow,
  names: ReadonlyMap<string, string | null>,
  now: number,
) {
  const { number, decidedAt, untilAt, people, rooms } = row;
  const since = decidedAt ?? now;
  const looks = untilAt === null ? [] : await countSupportLooks(tx, { number, since, until: now });
  return {
    ...row,
    people: people.map((personKey) => ({ personKey, name: names.get(`person:${personKey}`) ?? null })),
    rooms: rooms.map((roomId) => ({ roomId, name: names.get(`room:${roomId}`) ?? null })),
    looks,
  };
}
