import type { AccessCondition, PersonKey } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import type { Cases } from './isolation-case.ts';
import { CHEN, CUSTOMER } from './seed-people.ts';
import type { SeededTenant } from './seed-tenant.ts';

const ALL: AccessCondition = { kind: 'all' };
const contact = ({ connectionId }: SeededTenant) => ({ connectionId, personKey: CUSTOMER });
const otherId = ({ connectionId }: SeededTenant) => ({ connectionId, personKey: `${CUSTOMER}2` as PersonKey });
const employee = ({ connectionId }: SeededTenant) => ({ connectionId, personKey: CHEN });

/** Names of a time, and what one person's page says. */
export const PERSON_CASES = {
  listNamesAt: { run: (tx, seed) => db.listNamesAt(tx, [{ ...contact(seed), at: ROW_TIME }]), nothing: [null] },
  listRoomNamesAt: {
    run: (tx, { connectionId, roomId }) => db.listRoomNamesAt(tx, [{ connectionId, roomId, at: ROW_TIME }]),
    nothing: [null],
  },
  listNameIntervals: { run: (tx, seed) => db.listNameIntervals(tx, [contact(seed)]), nothing: [] },
  findPerson: { run: (tx, seed) => db.findPerson(tx, ALL, contact(seed)), nothing: undefined },
  listPersonHistory: { run: (tx, seed) => db.listPersonHistory(tx, ALL, contact(seed), 10), nothing: [] },
  listFollowsOf: { run: (tx, seed) => db.listFollowsOf(tx, ALL, [contact(seed)]), nothing: [] },
  listDepartmentPaths: {
    run: (tx, { connectionId }) => db.listDepartmentPaths(tx, connectionId, ['1']),
    nothing: [],
  },
  listRoomsOfPerson: { run: (tx, seed) => db.listRoomsOfPerson(tx, ALL, employee(seed), 10), nothing: [] },
  listRoomStays: { run: (tx, seed) => db.listRoomStays(tx, employee(seed), [seed.roomId]), nothing: [] },
  listPermitsOfPerson: { run: (tx, seed) => db.listPermitsOfPerson(tx, employee(seed)), nothing: [] },
  listCustomerIds: { run: (tx, seed) => db.listCustomerIds(tx, ALL, contact(seed)), nothing: [] },
  listOtherIds: { run: (tx, seed) => db.listOtherIds(tx, ALL, [contact(seed)]), nothing: [] },
  listSameIds: { run: (tx) => db.listSameIds(tx, [CUSTOMER]), nothing: [[CUSTOMER]] },
  separateCustomer: {
    run: (tx, seed) => db.separateCustomer(tx, contact(seed), newId(), ROW_TIME),
    nothing: false,
  },
  joinCustomer: { run: (tx, seed) => db.joinCustomer(tx, otherId(seed)), nothing: false },
} satisfies Partial<Cases>;
