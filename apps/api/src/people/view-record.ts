import {
  listCustomerIds,
  listDepartmentPaths,
  listFollowsOf,
  listPeopleByKeys,
  listPermitsOfPerson,
  listPresentConsents,
  listPersonHistory,
  listRoomsOfPerson,
  listRoomStays,
  type PersonChange,
  type PersonRecordRow,
  type TenantTx,
} from '@highwater/db';
import type { AccessCondition, ConnectionId, Language, PersonKey } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { customerView, personRecord } from '../schemas/person.ts';
import type { VerbContext } from '../verbs/verb-context.ts';
import { viewPeople } from './view-people.ts';
import { viewPerson, type PersonView } from './view-person.ts';

/** Changes told of one person. */
const CHANGES = 200;
/** Rooms told of one person. */
const ROOMS = 100;
const CONTACT_TYPES = { 1: 'wechat', 2: 'wecom' } as const;
const EMPLOYMENTS = { 1: 'active', 2: 'disabled', 4: 'not_activated', 5: 'left' } as const;
const EDITIONS = { 1: 'office', 2: 'service', 3: 'enterprise' } as const;

/** The record of a person whom the reader may see; what others noted and said only as far as it may see them too. */
export async function viewRecord(
  ctx: VerbContext,
  tx: TenantTx,
  access: AccessCondition,
  row: PersonRecordRow,
): Promise<z.output<typeof personRecord>> {
  const { connectionId } = row;
  const [inArchive] = await viewPeople(tx, access, [row], ctx.language);
  const history = await listPersonHistory(tx, access, row, CHANGES);
  const follows = await listFollowsOf(tx, access, [row]);
  const consents = row.kind === 'external_contact' ? await listPresentConsents(tx, access, [row]) : [];
  const rooms = await listRoomsOfPerson(tx, access, row, ROOMS);
  const stays = Map.groupBy(
    await listRoomStays(
      tx,
      row,
      rooms.map((room) => room.roomId),
    ),
    (stay) => stay.roomId,
  );
  const paths = await listDepartmentPaths(tx, connectionId, [
    ...new Set([...row.departmentIds, ...history.flatMap(departmentsOf)]),
  ]);
  const personOf = await findNamed(tx, connectionId, ctx.language, [
    ...follows.map((follow) => follow.employeeKey),
    ...history.flatMap((change) => change.employee ?? []),
    ...consents.flatMap((consent) => consent.employee ?? []),
    ...(row.creator === null ? [] : [row.creator]),
  ]);
  const pathOf = (departmentId: string) => paths.find((each) => each.departmentId === departmentId)?.path ?? [null];
  if (inArchive === undefined) throw new Error('A person without a view');
  return {
    ...inArchive,
    alias: row.alias,
    position: row.position,
    contactType: named(CONTACT_TYPES, row.contactType),
    employment: named(EMPLOYMENTS, row.employeeStatus),
    departments: row.departmentIds.map((departmentId) => ({ departmentId, path: pathOf(departmentId) })),
    creator: row.creator === null ? null : personOf(row.creator),
    lookedAt: row.lookedAt,
    nextLookAt: row.nextLookAt,
    follows: follows.map((follow) => ({ ...follow, employee: personOf(follow.employeeKey) })),
    history: history.map((change) => ({
      ...change,
      value: valueOf(change, (id) => pathOf(id).at(-1) ?? `#${id}`),
      employee: change.employee === null ? null : personOf(change.employee),
    })),
    permits: (await listPermitsOfPerson(tx, row)).flatMap(({ edition, ...seen }) => {
      const name = named(EDITIONS, edition);
      return name === null ? [] : [{ edition: name, ...seen }];
    }),
    consentStates: consents.map(({ externalPerson: _own, connectionId: _here, ...consent }) => ({
      ...consent,
      employee: consent.employee === null ? null : personOf(consent.employee),
    })),
    rooms: rooms.map((room) => ({ ...room, stays: stays.get(room.roomId) ?? [] })),
    customer: await viewCustomer(ctx, tx, access, row),
  };
}

async function viewCustomer(
  ctx: VerbContext,
  tx: TenantTx,
  access: AccessCondition,
  row: PersonRecordRow,
): Promise<z.output<typeof customerView> | null> {
  const ids = await listCustomerIds(tx, access, row);
  const isOwn = (id: (typeof ids)[number]) => id.personKey === row.personKey && id.connectionId === row.connectionId;
  const others = ids.filter((id) => !isOwn(id));
  if (others.length === 0) return null;
  return {
    isSplit: ids.find(isOwn)?.isSplit ?? false,
    others: others.map((id) => ({
      person: viewPerson(id, ctx.language),
      isSplit: id.isSplit,
      firstAt: id.firstAt,
      lastAt: id.lastAt,
    })),
  };
}

/** People of one connection by key. One who never took part in a message is shown by its id. */
async function findNamed(
  tx: TenantTx,
  connectionId: ConnectionId,
  language: Language,
  keys: readonly PersonKey[],
): Promise<(key: PersonKey) => PersonView> {
  const rows = (await listPeopleByKeys(tx, [...new Set(keys)])).filter((row) => row.connectionId === connectionId);
  const known = new Map(rows.map((row) => [row.personKey, row]));
  return (personKey) =>
    viewPerson(
      known.get(personKey) ?? {
        personKey,
        connectionId,
        kind: 'employee',
        name: null,
        writtenAs: personKey,
        code: '',
        state: 'pending',
        fault: null,
        corpName: null,
        hasLeft: false,
        firstAt: 0,
        lastAt: 0,
      },
      language,
    );
}

function departmentsOf({ attribute, value }: PersonChange): string[] {
  return attribute === 'departments' ? value.split(',').filter((id) => /^\d+$/.test(id)) : [];
}

function valueOf(change: PersonChange, departmentName: (id: string) => string): string {
  if (change.attribute === 'departments') return departmentsOf(change).map(departmentName).join('、');
  if (change.attribute === 'status') return named(EMPLOYMENTS, Number(change.value)) ?? change.value;
  return change.value;
}

function named<Names extends object>(names: Names, number: number | null): Names[keyof Names] | null {
  const entry = Object.entries(names).find(([key]) => key === String(number));
  return entry === undefined ? null : entry[1];
}
