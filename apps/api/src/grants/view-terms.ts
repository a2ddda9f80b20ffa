import {
  listPeopleByKeys,
  listRoomsByIds,
  listTagsByPlace,
  type GrantRow,
  type GrantTerms,
  type OfferedGrant,
  type TenantTx,
} from '@highwater/db';
import type { AccessCondition, Language, UnixMs } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import { describeGranted } from '../members/view-granted.ts';
import { viewPerson } from '../people/view-person.ts';
import type { grantView, offeredGrantView } from '../schemas/grant.ts';

type OfferedView = z.output<typeof offeredGrantView>;
type GrantView = z.output<typeof grantView>;

/**
 * How grants are shown: with what the things in them are called now. Who may see every message learns what customers and
 * rooms are called; others learn that of employees, departments and tags.
 */
export async function describeTerms(
  tx: TenantTx,
  all: readonly GrantTerms[],
  { access, language }: { readonly access: AccessCondition; readonly language: Language },
): Promise<(terms: OfferedGrant) => OfferedView> {
  const granted = all.flatMap(({ departments: { places, asOf } }) => places.map((place) => ({ ...place, asOf })));
  const department = await describeGranted(tx, granted);
  const seesAll = access.kind === 'all';
  const keys = all.flatMap(({ employees, customers }) => (seesAll ? [...employees, ...customers] : employees));
  const people = await listPeopleByKeys(tx, [...new Set(keys)]);
  const rooms = seesAll ? await listRoomsByIds(tx, [...new Set(all.flatMap((terms) => terms.rooms))]) : [];
  const names = new Map<string, string>([
    ...people.map((row) => [row.personKey, viewPerson(row, language).displayName] as const),
    ...rooms.flatMap(({ roomId, name }) => (name === null ? [] : [[roomId, name] as const])),
  ]);
  const tags = await listTagsByPlace(
    tx,
    all.flatMap((terms) => terms.tags),
  );
  return (terms) => {
    const { departments, tags: places, ...said } = terms;
    const keysOf = [...said.employees, ...said.customers, ...said.rooms];
    return {
      actions: said.actions,
      employees: said.employees,
      departments: departments.places.map((place) => department({ ...place, asOf: departments.asOf })),
      departmentsAsOf: departments.asOf,
      isSelf: said.isSelf,
      isEverything: said.isEverything,
      customers: said.customers,
      tags: places.flatMap(
        (place) => tags.find((tag) => tag.connectionId === place.connectionId && tag.tagId === place.tagId) ?? [],
      ),
      rooms: said.rooms,
      kinds: said.kinds,
      directions: said.directions,
      sentFrom: said.sentFrom,
      sentUntil: said.sentUntil,
      expiresAt: said.expiresAt,
      note: said.note,
      names: keysOf.flatMap((key) => {
        const name = names.get(key);
        return name === undefined ? [] : [{ key, name }];
      }),
    };
  };
}

/** A grant in force, from its row and how its terms are shown. */
export function viewGrant(row: GrantRow, describe: (terms: OfferedGrant) => OfferedView, now: UnixMs): GrantView {
  const { grantId, grantedBy, granterName, grantedAt, expiresAt } = row;
  const isExpired = expiresAt !== null && expiresAt <= now;
  return { ...describe(row), grantId, grantedBy, granterName, grantedAt, isExpired };
}
