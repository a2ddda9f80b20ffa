import { createHash } from 'node:crypto';
import type { AccessClause, ConnectionId, MessageAction, PersonKey, UnixMs } from '@highwater/domain';
import type { MemberRow } from '../members/member-row.ts';
import type { TenantTx } from '../transactions/in-tenant.ts';
import { findDepartmentsVersion } from './find-departments-version.ts';
import type { GrantTerms } from './grant-terms.ts';
import type { DepartmentPlace, GrantedDepartment } from './granted-departments.ts';
import type { GrantMemory } from './grant-memory.ts';
import { joinStays, type Stay } from './join-stays.ts';
import { listTagged, type TaggedCustomers } from './list-tagged.ts';

/** A grant as rights are made of it. */
export interface ResolvedGrant {
  readonly actions: readonly MessageAction[];
  /** Without any it gives nothing now. */
  readonly clauses: readonly AccessClause[];
  readonly expiresAt: UnixMs | null;
}

/** Of a member: who it is, and what its grants say. */
type Given = Pick<MemberRow, 'personKey'> & { readonly grants: readonly GrantTerms[] };

/**
 * What a member's grants give now, one for one: for departments the people who were in them or in one of their
 * sub-departments at the time, or are now; for tags who carries them now; for `isSelf` who the member is. Nothing of a role,
 * and whatever `expiresAt` says. With a `memory` one look tells whether anybody moved since it was worked out; whose grants
 * say the same get the same object then.
 */
export async function listGrantsOf(
  tx: TenantTx,
  { personKey, grants }: Given,
  memory: GrantMemory | null = null,
): Promise<readonly ResolvedGrant[]> {
  const tagged = await listTagged(
    tx,
    grants.flatMap(({ tags }) => tags),
  );
  const places = grants.flatMap(({ departments }) => departments.places);
  if (places.length === 0 || memory === null) return resolveGrants(tx, personKey, grants, tagged);
  const moved = await findDepartmentsVersion(
    tx,
    places.map(({ connectionId }) => connectionId),
  );
  // Who carries which tag is looked up each time: it is part of what must be the same.
  const version = `${moved} ${hashOf(tagged)}`;
  const key = JSON.stringify([tx.tenantId, personKey, grants.map(said)]);
  const known = memory.find(key, version);
  if (known !== undefined) return known;
  // The best plan depends on how many departments are meant, also where statements stay planned.
  await tx.query('SET LOCAL plan_cache_mode = force_custom_plan');
  const resolved = await resolveGrants(tx, personKey, grants, tagged);
  memory.keep(key, version, resolved);
  return resolved;
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/** All that decides what a grant gives, and nothing else of its row. */
function said(terms: GrantTerms): readonly unknown[] {
  const { departments, tags, rooms, kinds, directions, sentFrom, sentUntil, expiresAt } = terms;
  return [
    [terms.actions, terms.employees, terms.isSelf, terms.isEverything, terms.customers, rooms, kinds, directions],
    [departments.asOf, ...departments.places.map(({ connectionId, departmentId }) => [connectionId, departmentId])],
    tags.map(({ connectionId, tagId }) => [connectionId, tagId]),
    [sentFrom, sentUntil, expiresAt],
  ];
}

async function resolveGrants(
  tx: TenantTx,
  personKey: PersonKey | null,
  grants: readonly GrantTerms[],
  tagged: TaggedCustomers,
): Promise<readonly ResolvedGrant[]> {
  const resolved: ResolvedGrant[] = [];
  for (const terms of grants) {
    const { actions, expiresAt } = terms;
    resolved.push({ actions, clauses: await listClauses(tx, personKey, terms, tagged), expiresAt });
  }
  return resolved;
}

/** What one grant lets through. Somebody who is named and cannot be found narrows it to nothing, never widens it. */
async function listClauses(
  tx: TenantTx,
  personKey: PersonKey | null,
  terms: GrantTerms,
  tagged: TaggedCustomers,
): Promise<readonly AccessClause[]> {
  const { employees, departments, isSelf, customers, tags, rooms, kinds, directions, isEverything } = terms;
  const namesPeople = employees.length + departments.places.length > 0 || isSelf;
  const namesCustomers = customers.length + tags.length > 0;
  if (!isEverything && !namesPeople && !namesCustomers && rooms.length === 0) return [];
  const others = [...new Set([...customers, ...tags.flatMap((tag) => customersOf(tag, tagged))])].toSorted();
  if (namesCustomers && others.length === 0) return [];
  const narrowed: AccessClause = {
    ...(namesCustomers ? { with: others } : {}),
    ...(rooms.length === 0 ? {} : { rooms }),
    ...(kinds.length === 0 ? {} : { kinds }),
    ...(directions.length === 0 ? {} : { directions }),
    ...periodOf(terms.sentFrom, terms.sentUntil),
  };
  if (!namesPeople) return [narrowed];
  const always = [...new Set([...employees, ...(isSelf && personKey !== null ? [personKey] : [])])];
  const stays = departments.places.length === 0 ? [] : joinStays(await listStaysIn(tx, departments));
  return [...(always.length === 0 ? [] : [{ people: always }]), ...stays].flatMap(({ people, from, until }) => {
    const period = {
      from: latest(from ?? null, terms.sentFrom),
      until: earliest(until ?? null, terms.sentUntil),
    };
    if (people === undefined || (period.from !== null && period.until !== null && period.from >= period.until))
      return [];
    return [{ ...narrowed, people, ...periodOf(period.from, period.until) }];
  });
}

function customersOf(
  { connectionId, tagId }: GrantTerms['tags'][number],
  tagged: TaggedCustomers,
): readonly PersonKey[] {
  return tagged.find((each) => each.connectionId === connectionId && each.tagId === tagId)?.customers ?? [];
}

function periodOf(from: UnixMs | null, until: UnixMs | null): Pick<AccessClause, 'from' | 'until'> {
  return { ...(from === null ? {} : { from }), ...(until === null ? {} : { until }) };
}

async function listStaysIn(tx: TenantTx, { places, asOf }: GrantTerms['departments']): Promise<readonly Stay[]> {
  const meant = places.map((place) => ({ ...place, asOf }));
  return listStays(tx, asOf === 'now' ? await listPlacesNow(tx, meant) : await listPlacesThen(tx, meant), asOf);
}

/** A department that is meant, and when it belonged to one that a grant names; null without end. */
interface MeantDepartment extends DepartmentPlace {
  readonly from: UnixMs | null;
  readonly until: UnixMs | null;
}

/** Deeper trees are cut: WeCom allows 15 levels. */
const DEEPEST = 30;

/**
 * The departments and those below them, as the tree was. Before the first look it was as that found it. A department that
 * vanished stays where it was last: who was in it is what its people's own intervals say.
 */
async function listPlacesThen(
  tx: TenantTx,
  departments: readonly GrantedDepartment[],
): Promise<readonly MeantDepartment[]> {
  const { rows } = await tx.query<MeantDepartment>(
    `WITH RECURSIVE parents AS MATERIALIZED (
       SELECT i.connection_id, i.subject_key AS department, i.value AS parent,
         CASE WHEN lag(i.seen_from) OVER own IS NULL THEN '-infinity' ELSE i.seen_from END AS since,
         coalesce(lead(i.seen_from) OVER own, 'infinity') AS until
       FROM hw.intervals i WHERE i.tenant_id = $1 AND i.connection_id = ANY($2::uuid[])
         AND i.subject = 'department' AND i.attribute = 'parent'
       WINDOW own AS (PARTITION BY i.connection_id, i.subject_key ORDER BY i.seen_from)
     ), within AS (
       SELECT connection_id, department_id::text AS department, '-infinity'::timestamptz AS since,
         'infinity'::timestamptz AS until, 0 AS depth
       FROM unnest($2::uuid[], $3::bigint[]) AS named (connection_id, department_id)
       UNION
       SELECT p.connection_id, p.department, greatest(p.since, w.since), least(p.until, w.until), w.depth + 1
       FROM within w JOIN parents p ON p.connection_id = w.connection_id AND p.parent = w.department
       WHERE p.since < w.until AND w.since < p.until AND w.depth < $4
     )
     SELECT DISTINCT connection_id AS "connectionId", department AS "departmentId", nullif(since, '-infinity') AS "from",
       nullif(until, 'infinity') AS until FROM within`,
    [tx.tenantId, ...placesOf(departments), DEEPEST],
  );
  return rows;
}

/** The departments and those below them that are there now. */
async function listPlacesNow(
  tx: TenantTx,
  departments: readonly GrantedDepartment[],
): Promise<readonly MeantDepartment[]> {
  const { rows } = await tx.query<DepartmentPlace>(
    `WITH RECURSIVE within AS (
       SELECT d.connection_id, d.department_id
       FROM unnest($2::uuid[], $3::bigint[]) AS named (connection_id, department_id)
       JOIN hw.departments d ON d.tenant_id = $1 AND d.connection_id = named.connection_id
         AND d.department_id = named.department_id AND d.ended_by IS NULL
       UNION
       SELECT d.connection_id, d.department_id FROM within w
       JOIN hw.departments d ON d.tenant_id = $1 AND d.connection_id = w.connection_id
         AND d.parent_id = w.department_id AND d.ended_by IS NULL
     )
     SELECT connection_id AS "connectionId", department_id::text AS "departmentId" FROM within`,
    [tx.tenantId, ...placesOf(departments)],
  );
  return rows.map((row) => ({ ...row, from: null, until: null }));
}

interface HeldDepartments {
  readonly connectionId: ConnectionId;
  readonly person: PersonKey;
  /** Ids, comma between. */
  readonly value: string;
  readonly from: UnixMs | null;
  readonly until: UnixMs | null;
}

/**
 * Who was in one of the departments, and when. A value holds from the look that found it to the one that found another or
 * none; before the first look the first one, as nobody knew an earlier one. As of now who is in it, without a period.
 */
async function listStays(
  tx: TenantTx,
  meant: readonly MeantDepartment[],
  asOf: GrantedDepartment['asOf'],
): Promise<readonly Stay[]> {
  if (meant.length === 0) return [];
  const places = Map.groupBy(meant, (place) => keyOf(place.connectionId, place.departmentId));
  // One list of ids, compared by hash: joining the departments here would walk all of them for each of the people.
  const held =
    asOf === 'now'
      ? `SELECT i.connection_id, i.subject_key, i.value, NULL::timestamptz AS since, NULL::timestamptz AS until
         FROM hw.intervals i WHERE ${OF_DEPARTMENTS} AND i.ended_by IS NULL`
      : `SELECT i.connection_id, i.subject_key, i.value, i.ended_by AS until,
           CASE WHEN lag(i.seen_from) OVER own IS NOT NULL THEN i.seen_from END AS since
         FROM hw.intervals i WHERE ${OF_DEPARTMENTS}
         WINDOW own AS (PARTITION BY i.connection_id, i.subject_key ORDER BY i.seen_from)`;
  const { rows } = await tx.query<HeldDepartments>(
    `SELECT connection_id AS "connectionId", subject_key AS person, value, since AS "from", until FROM (${held}) held
     WHERE EXISTS (SELECT FROM unnest(string_to_array(held.value, ',')) AS own (department)
       WHERE own.department = ANY($3::text[]))`,
    [
      tx.tenantId,
      [...new Set(meant.map(({ connectionId }) => connectionId))],
      [...new Set(meant.map(({ departmentId }) => departmentId))],
    ],
  );
  return rows.flatMap((row) =>
    row.value.split(',').flatMap((id) =>
      (places.get(keyOf(row.connectionId, id)) ?? []).map((place) => ({
        person: row.person,
        from: latest(row.from, place.from),
        until: earliest(row.until, place.until),
      })),
    ),
  );
}

/** As hw.intervals_of_departments is made. */
const OF_DEPARTMENTS = `i.tenant_id = $1 AND i.connection_id = ANY($2::uuid[]) AND i.subject = 'person'
  AND i.attribute = 'departments'`;

function latest(one: UnixMs | null, other: UnixMs | null): UnixMs | null {
  return one === null ? other : other === null ? one : Math.max(one, other);
}

function earliest(one: UnixMs | null, other: UnixMs | null): UnixMs | null {
  return one === null ? other : other === null ? one : Math.min(one, other);
}

function keyOf(connectionId: ConnectionId, departmentId: string): string {
  return `${connectionId} ${departmentId}`;
}

function placesOf(departments: readonly GrantedDepartment[]): [string[], string[]] {
  return [departments.map(({ connectionId }) => connectionId), departments.map(({ departmentId }) => departmentId)];
}
