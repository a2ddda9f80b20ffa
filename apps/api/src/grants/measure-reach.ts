import {
  countEmployees,
  countSearchable,
  countSeenPeople,
  countSeenRooms,
  getTenant,
  inTenant,
  inTenantWithin,
} from '@highwater/db';
import { EVERY_MESSAGE, type AccessCondition, type MessageAction, type TenantId } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { ApiDeps } from '../api-deps.ts';
import type { reachNumbers } from '../schemas/grant.ts';
import { openSearchIndex } from '../search-index/open-search-index.ts';

type ReachNumbers = z.output<typeof reachNumbers>;

/** Customers and rooms are counted up to so many. */
const MOST = 10_000;
/** What one of the counts is worth. */
const WITHIN_MS = 3000;

/** What a condition opens, in numbers. Effort is bounded: what takes too long is not told. */
export async function measureReach(
  deps: ApiDeps,
  tenantId: TenantId,
  actions: readonly MessageAction[],
  access: AccessCondition,
): Promise<ReachNumbers> {
  const { named, searchable, zone } = await inTenant(deps.database, tenantId, async (tx) => ({
    named: await countEmployees(tx, access),
    searchable: await countSearchable(tx),
    zone: (await getTenant(tx)).zone,
  }));
  const numbers = { actions, kind: access.kind, employees: named };
  const none = { count: 0, isExact: true };
  if (access.kind === 'none')
    return { ...numbers, customers: none, rooms: none, messages: none, firstDay: null, lastDay: null };
  const countPeople = (kind: 'employee' | 'external_contact') =>
    inTenantWithin(deps.database, tenantId, WITHIN_MS, (tx) => countSeenPeople(tx, access, kind, MOST));
  const customers = await countPeople('external_contact');
  const taking = isNarrow(access) ? await countPeople('employee') : null;
  const rooms = await inTenantWithin(deps.database, tenantId, WITHIN_MS, (tx) => countSeenRooms(tx, access, MOST));
  const found = await countMessages(deps, tenantId, access, zone);
  return {
    ...numbers,
    employees: taking === null ? named : { ...named, seen: taking },
    customers: customers === null ? null : { count: customers, isExact: customers < MOST },
    rooms: rooms === null ? null : { count: rooms, isExact: rooms < MOST },
    // What is not indexed yet may be among them.
    messages: found && { count: found.total, isExact: found.isExact && searchable.indexed >= searchable.archived },
    firstDay: found?.days.at(0)?.day ?? null,
    lastDay: found?.days.at(-1)?.day ?? null,
  };
}

/** Whether people are narrowed by more than a period: then those count who take part in what is opened, not those named. */
function isNarrow(access: AccessCondition): boolean {
  return (
    access.kind === 'where' &&
    access.any.some(({ people: _people, from: _from, until: _until, ...more }) => Object.keys(more).length > 0)
  );
}

async function countMessages(deps: ApiDeps, tenantId: TenantId, access: AccessCondition, zone: string) {
  const signal = AbortSignal.timeout(WITHIN_MS);
  try {
    return await openSearchIndex(deps).count(tenantId, EVERY_MESSAGE, access, { zone, signal });
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}
