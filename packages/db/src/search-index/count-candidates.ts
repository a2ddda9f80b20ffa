import {
  DIRECTIONS,
  type MessageId,
  type PersonKey,
  type RoomId,
  type SearchCounts,
  type SearchQuery,
  type TenantId,
  type UnixMs,
} from '@highwater/domain';
import type { Database } from '../pools/create-database.ts';
import { unpackFacts } from '../search-tokens/pack-facts.ts';
import { asSearch } from '../transactions/as-search.ts';
import { inTenant, type TenantTx } from '../transactions/in-tenant.ts';
import { boundsStatement, countStatement, dayOf } from './count-statement.ts';
import type { TokenCondition } from './token-condition.ts';

interface CountRow {
  readonly what: 'day' | 'facts' | 'person' | 'room';
  readonly value: number;
  readonly count: number;
  readonly sample: MessageId | null;
}

/** Counts candidates in the index, then asks the archive whose the hashes are that came out on top. */
export async function countCandidates(
  database: Pick<Database, 'search' | 'app'>,
  asked: { readonly tenantId: TenantId; readonly query: SearchQuery; readonly tokens: TokenCondition },
  { zone, signal }: { readonly zone: string; readonly signal?: AbortSignal },
): Promise<SearchCounts> {
  const { tenantId, query, tokens } = asked;
  const rows = await asSearch(database, async (runner) => {
    const bounds = boundsStatement(tenantId, query);
    const [found] = (await runner.query<{ first: UnixMs | null; last: UnixMs | null }>(bounds.text, bounds.values))
      .rows;
    signal?.throwIfAborted();
    if (found === undefined || found.first === null || found.last === null) return [];
    const { text, values } = countStatement(tenantId, tokens, query, { zone, first: found.first, last: found.last });
    return (await runner.query<CountRow>(text, values)).rows;
  });
  signal?.throwIfAborted();
  const of = (what: CountRow['what']) => rows.filter((row) => row.what === what);
  const days = of('day').toSorted((one, other) => one.value - other.value);
  return {
    total: days.reduce((sum, { count }) => sum + count, 0),
    isExact: tokens.isExact && !query.isUnanswered && of('facts').every(({ value }) => value >= 0),
    days: days.map(({ value, count }) => ({ day: dayOf(value), count })),
    ...countFacts(of('facts')),
    ...(await inTenant(database, tenantId, async (tx) => ({
      people: await namePeople(tx, tokens.personHash, of('person')),
      rooms: await nameRooms(tx, tokens.roomHash, of('room')),
    }))),
  };
}

/** Rows of an earlier release say neither kind nor direction. */
function countFacts(rows: readonly CountRow[]): Pick<SearchCounts, 'kinds' | 'directions'> {
  const known = rows.flatMap(({ value, count }) => (value < 0 ? [] : [{ ...unpackFacts(value), count }]));
  const kinds = [...Map.groupBy(known, ({ kind }) => kind)].map(([kind, each]) => ({ kind, count: sumOf(each) }));
  const directions = DIRECTIONS.map((direction) => ({
    direction,
    count: sumOf(known.filter((fact) => fact.direction === direction)),
  }));
  return {
    kinds: kinds.toSorted((one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1)),
    directions: directions.filter(({ count }) => count > 0),
  };
}

function sumOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}

function samplesOf(rows: readonly CountRow[]): MessageId[] {
  return rows.flatMap(({ sample }) => sample ?? []);
}

async function namePeople(
  tx: TenantTx,
  hash: TokenCondition['personHash'],
  rows: readonly CountRow[],
): Promise<SearchCounts['people']> {
  if (rows.length === 0) return [];
  const { rows: present } = await tx.query<{ personKey: PersonKey }>(
    `SELECT DISTINCT person_key AS "personKey" FROM hw.participants WHERE tenant_id = $1 AND message_id = ANY($2::uuid[])`,
    [tx.tenantId, samplesOf(rows)],
  );
  const known = new Map(present.map(({ personKey }) => [hash(personKey), personKey]));
  return rows.flatMap(({ value, count }) => {
    const personKey = known.get(value);
    return personKey === undefined ? [] : [{ personKey, count }];
  });
}

async function nameRooms(
  tx: TenantTx,
  hash: TokenCondition['roomHash'],
  rows: readonly CountRow[],
): Promise<SearchCounts['rooms']> {
  if (rows.length === 0) return [];
  const { rows: present } = await tx.query<{ roomId: RoomId }>(
    `SELECT DISTINCT room_id AS "roomId" FROM hw.messages
     WHERE tenant_id = $1 AND message_id = ANY($2::uuid[]) AND room_id IS NOT NULL`,
    [tx.tenantId, samplesOf(rows)],
  );
  const known = new Map(present.map(({ roomId }) => [hash(roomId), roomId]));
  return rows.flatMap(({ value, count }) => {
    const roomId = known.get(value);
    return roomId === undefined ? [] : [{ roomId, count }];
  });
}
