import {
  getTenant,
  inTenant,
  listPeopleByKeys,
  listPeopleOfMessages,
  listRoomNamesAt,
  listRoomsSeen,
  listSameIds,
  type TenantTx,
} from '@highwater/db';
import type { AccessCondition, PersonKey, RoomId, SearchCounts } from '@highwater/domain';
import { viewPerson } from '../people/view-person.ts';
import { openSearchIndex } from '../search-index/open-search-index.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { z } from '@hono/zod-openapi';
import { countRows } from './count-rows.ts';
import { describeSearch } from './describe-search.ts';
import { findHits, type Hits } from './find-hits.ts';
import { joinCustomers } from './join-customers.ts';
import { makeQuery, prepareQuery, searchFields } from './search-query.ts';

export const countMatchesInput = { query: z.strictObject(searchFields) };

/** So few candidates are opened and matched: then the numbers are those of matches. */
const OPENED = 200;
/** Of more candidates so many are opened, to say how many match at least. */
const SAMPLED = 20;

/** How many messages match and how they are spread over days, kinds, directions, people and rooms. */
export async function countMatches(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access, memberId } = authorise(ctx, 'search');
  const asked = parseInput(countMatchesInput, raw).query;
  const { person, kind, direction, ...fields } = asked;
  const { database, clock } = ctx.deps;
  const searchIndex = openSearchIndex(ctx.deps);
  const typed = makeQuery({ ...fields, people: person, kinds: kind, directions: direction });
  const { prepared, zone } = await inTenant(database, tenantId, async (tx) => ({
    prepared: await prepareQuery(tx, typed, clock.now()),
    zone: (await getTenant(tx)).zone,
  }));
  const candidates = await searchIndex.count(tenantId, prepared.query, access, { zone });
  const hits = candidates.isExact ? undefined : await look();
  const { counts, present, same } = await inTenant(database, tenantId, async (tx) => {
    const whole = hits?.isWhole === true ? hits.rows : null;
    const everybody = whole === null ? null : await listPeopleOfMessages(tx, { whole: whole.map(idOf) });
    const counted = whole === null || everybody === null ? candidates : countRows(whole, everybody, zone);
    const keys = counted.people.map(({ personKey }) => personKey);
    return { counts: counted, present: everybody, same: await listSameIds(tx, keys) };
  });
  const people = await joinCustomers(counts.people, same, async (ids) => {
    if (present === null) {
      const query = { ...prepared.query, people: [...prepared.query.people, ids] };
      return (await searchIndex.count(tenantId, query, access, { zone })).total;
    }
    return new Set(present.flatMap(({ personKey, messageIds }) => (ids.includes(personKey) ? messageIds : []))).size;
  });
  return inTenant(database, tenantId, async (tx) => {
    const act = { ...(await describeSearch(ctx, tenantId, asked)), event: 'messages.counted', memberId };
    const detail = { ...act.detail, words: typed.words.length + typed.without.length };
    await recordAudit(ctx, tx, { ...act, detail });
    return {
      total: { atLeast: counts.isExact ? counts.total : (hits?.rows.length ?? 0), atMost: counts.total },
      days: counts.days,
      kinds: counts.kinds,
      directions: counts.directions,
      people: await namePeople(ctx, tx, people),
      rooms: await nameRooms(tx, access, counts.rooms),
      engine: searchIndex.engine,
    };
  });

  function look(): Promise<Hits> {
    const limit = candidates.total <= OPENED ? OPENED + 1 : SAMPLED;
    return findHits({ ...ctx.deps, searchIndex }, tenantId, prepared, access, { after: null, limit });
  }
}

function idOf({ messageId }: Hits['rows'][number]) {
  return messageId;
}

async function namePeople(ctx: VerbContext, tx: TenantTx, people: SearchCounts['people']) {
  const rows = await listPeopleByKeys(
    tx,
    people.map(({ personKey }) => personKey),
  );
  const known = new Map<PersonKey, (typeof rows)[number]>();
  for (const row of rows) if ((known.get(row.personKey)?.name ?? null) === null) known.set(row.personKey, row);
  return people.flatMap(({ personKey, count }) => {
    const row = known.get(personKey);
    return row === undefined ? [] : [{ person: viewPerson(row, ctx.language), count }];
  });
}

/** Each room by the name that it had at the last message that the reader may see. */
async function nameRooms(tx: TenantTx, access: AccessCondition, rooms: SearchCounts['rooms']) {
  const seen = await listRoomsSeen(
    tx,
    access,
    rooms.map(({ roomId }) => roomId),
  );
  const namesThen = await listRoomNamesAt(tx, seen);
  const known = new Map<RoomId, { name: string | null; isExternal: boolean }>();
  // One room may be known to two connections.
  for (const [at, { roomId, isExternal }] of seen.entries()) {
    const before = known.get(roomId);
    known.set(roomId, {
      name: before?.name ?? namesThen[at] ?? null,
      isExternal: isExternal || before?.isExternal === true,
    });
  }
  return rooms.map(({ roomId, count }) => ({
    roomId,
    ...(known.get(roomId) ?? { name: null, isExternal: false }),
    count,
  }));
}
