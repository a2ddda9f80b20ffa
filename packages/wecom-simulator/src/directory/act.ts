import type { Corp } from '../corp/corp.ts';
import { Refusal } from '../corp/refusal.ts';
import type { ConsentStatus, Edition, EmployeeStatus } from './entries.ts';

type Input = Readonly<Record<string, unknown>>;
type Act = (corp: Corp, read: Reader) => void;

interface Reader {
  text(name: string): string;
  textOr(name: string, fallback: string): string;
  number(name: string): number;
  texts(name: string): string[];
  numbers(name: string): number[];
  one<Value extends string | number>(name: string, values: readonly Value[]): Value;
}

const STATUSES: readonly EmployeeStatus[] = [1, 2, 4, 5];
const EDITIONS: readonly Edition[] = [1, 2, 3];
const CONSENTS: readonly ConsentStatus[] = ['Agree', 'Disagree', 'Default_Agree'];

/** What can be done to a corp's people and rooms by name, with the fields each takes. */
const ACTS: Readonly<Record<string, Act>> = {
  addEmployee: ({ people }, read) =>
    people.addEmployee({
      userid: read.text('userid'),
      name: read.text('name'),
      departments: read.numbers('departments'),
    }),
  renameEmployee: ({ people }, read) => people.renameEmployee(read.text('userid'), read.text('name')),
  moveEmployee: ({ people }, read) => people.moveEmployee(read.text('userid'), read.numbers('departments')),
  setPosition: ({ people }, read) => people.setPosition(read.text('userid'), read.text('position')),
  setStatus: ({ people }, read) => people.setStatus(read.text('userid'), read.one('status', STATUSES)),
  removeEmployee: ({ people }, read) => people.removeEmployee(read.text('userid')),
  setVisible: ({ people }, read) =>
    people.setVisible(read.text('userid'), read.one('visible', ['yes', 'no']) === 'yes'),
  setPermits: ({ people }, read) =>
    people.setPermits(
      read.text('userid'),
      EDITIONS.filter((edition) => read.numbers('editions').includes(edition)),
    ),
  addDepartment: ({ people }, read) =>
    people.addDepartment({ id: read.number('id'), name: read.text('name'), parentId: read.number('parentId') }),
  renameDepartment: ({ people }, read) => people.renameDepartment(read.number('id'), read.text('name')),
  moveDepartment: ({ people }, read) => people.moveDepartment(read.number('id'), read.number('parentId')),
  removeDepartment: ({ people }, read) => people.removeDepartment(read.number('id')),
  addCustomer: ({ people }, read) =>
    people.addCustomer({
      id: read.text('id'),
      name: read.text('name'),
      unionid: read.textOr('unionid', '') || null,
      corpName: read.textOr('corpName', ''),
    }),
  renameCustomer: ({ people }, read) => people.renameCustomer(read.text('id'), read.text('name')),
  follow: ({ people }, read) =>
    people.follow({
      userid: read.text('userid'),
      externalId: read.text('externalId'),
      remark: read.textOr('remark', ''),
    }),
  unfollow: ({ people }, read) =>
    people.unfollow(read.text('userid'), read.text('externalId'), read.one('by', ['employee', 'customer'])),
  changeRemark: ({ people }, read) =>
    people.changeRemark(read.text('userid'), read.text('externalId'), read.textOr('remark', '')),
  setTags: ({ people }, read) => people.setTags(read.text('userid'), read.text('externalId'), read.texts('tagIds')),
  setConsent: ({ people }, read) =>
    people.setConsent(read.text('userid'), read.text('externalId'), read.one('consent', CONSENTS)),
  renameRobot: ({ people }, read) => people.renameRobot(read.text('id'), read.text('name')),
  addRoom: ({ rooms }, read) =>
    rooms.addRoom({
      id: read.text('id'),
      kind: read.one('kind', ['customer', 'internal', 'wechat']),
      name: read.text('name'),
      owner: read.text('owner'),
      members: read.texts('members'),
    }),
  renameRoom: ({ rooms }, read) => rooms.renameRoom(read.text('id'), read.text('name')),
  changeOwner: ({ rooms }, read) => rooms.changeOwner(read.text('id'), read.text('owner')),
  changeNotice: ({ rooms }, read) => rooms.changeNotice(read.text('id'), read.textOr('notice', '')),
  addMembers: ({ rooms }, read) => rooms.addMembers(read.text('id'), read.texts('people')),
  removeMembers: ({ rooms }, read) => rooms.removeMembers(read.text('id'), read.texts('people')),
  setAdmins: ({ rooms }, read) => rooms.setAdmins(read.text('id'), read.texts('people')),
  setRoomConsent: ({ rooms }, read) =>
    rooms.setRoomConsent(read.text('id'), read.text('externalId'), read.one('consent', CONSENTS)),
  dismissRoom: ({ rooms }, read) => rooms.dismissRoom(read.text('id')),
};

export const DIRECTORY_ACTS: readonly string[] = Object.keys(ACTS);

/** Does one of `DIRECTORY_ACTS`. Throws a Refusal for an unknown act, a wrong field, or somebody who is not there. */
export function actOnDirectory(corp: Corp, act: string, input: Input): void {
  const found = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!found) throw malformed('act', DIRECTORY_ACTS.join(', '));
  found(corp, createReader(input));
}

function createReader(input: Input): Reader {
  const text = (name: string): string => {
    const value = input[name];
    return typeof value === 'string' && value !== '' ? value : fail(name, 'text');
  };
  const list = (name: string): readonly unknown[] => {
    const value = input[name];
    return Array.isArray(value) ? value : fail(name, 'list');
  };
  return {
    text,
    textOr: (name, fallback) => (input[name] === undefined || input[name] === '' ? fallback : text(name)),
    number(name) {
      const value = input[name];
      return typeof value === 'number' && Number.isSafeInteger(value) ? value : fail(name, 'number');
    },
    texts: (name) => list(name).map((value) => (typeof value === 'string' ? value : fail(name, 'list of texts'))),
    numbers: (name) => list(name).map((value) => (typeof value === 'number' ? value : fail(name, 'list of numbers'))),
    one: (name, values) => values.find((value) => value === input[name]) ?? fail(name, values.join(', ')),
  };
}

function fail(name: string, wanted: string): never {
  throw malformed(name, wanted);
}

function malformed(name: string, wanted: string): Refusal {
  return new Refusal('field.malformed', `字段 ${name} 应为：${wanted}。`, `The field ${name} must be: ${wanted}.`);
}
