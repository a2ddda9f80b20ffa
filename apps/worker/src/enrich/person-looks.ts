import type { DuePerson, PersonFacts, PersonLook } from '@highwater/db';
import type { EmployeeRecord, ExternalContactRecord, Fault, PersonState, UnixMs } from '@highwater/domain';
import { missedAt, refreshAt, REFRESH_MS } from './refresh-times.ts';

const NOTHING: PersonFacts = {
  name: null,
  alias: null,
  position: null,
  corpName: null,
  contactType: null,
  unionid: null,
  departmentIds: [],
  employeeStatus: null,
  creator: null,
};

/** WeCom's numbers (reference §4.2). */
const STATUS: Readonly<Record<EmployeeRecord['status'], number | null>> = {
  active: 1,
  disabled: 2,
  not_activated: 4,
  left: 5,
  other: null,
};

/** A look that brought an employee. One without a name was found and withheld. */
export function employeeLook({ personKey }: DuePerson, record: EmployeeRecord, at: UnixMs): PersonLook {
  const state = stateOf(record);
  return {
    personKey,
    state,
    fault: faultOfState(state),
    misses: 0,
    at,
    nextLookAt: refreshAt(at, REFRESH_MS.employees),
    facts: {
      ...NOTHING,
      name: record.name,
      alias: record.alias,
      position: record.position,
      departmentIds: record.departmentIds,
      employeeStatus: STATUS[record.status],
    },
  };
}

function stateOf({ status, name }: EmployeeRecord): PersonState {
  if (status === 'left') return 'gone';
  if (status === 'disabled') return 'disabled';
  return name === null ? 'partial' : 'complete';
}

function faultOfState(state: PersonState): Fault | null {
  if (state === 'gone') return 'person.unknown';
  // The app may see the employee and not the name.
  return state === 'partial' ? 'scope.missing' : null;
}

export function externalLook(
  personKey: DuePerson['personKey'],
  record: Pick<ExternalContactRecord, 'name' | 'corpName' | 'position' | 'contactType' | 'unionid'>,
  at: UnixMs,
): PersonLook {
  const { name, corpName, position, contactType, unionid } = record;
  return {
    personKey,
    state: name === null ? 'partial' : 'complete',
    fault: name === null ? 'scope.missing' : null,
    misses: 0,
    at,
    nextLookAt: refreshAt(at, REFRESH_MS.external_contacts),
    facts: { ...NOTHING, name, corpName, position, contactType, unionid },
  };
}

export function robotLook(
  { personKey }: DuePerson,
  robot: { readonly name: string | null; readonly creator: PersonFacts['creator'] },
  at: UnixMs,
): PersonLook {
  return {
    personKey,
    state: robot.name === null ? 'partial' : 'complete',
    fault: robot.name === null ? 'scope.missing' : null,
    misses: 0,
    at,
    nextLookAt: refreshAt(at, REFRESH_MS.robots),
    facts: { ...NOTHING, name: robot.name, creator: robot.creator },
  };
}

/** States by what WeCom said of one person; what it did not explain leaves the state as it was. */
const STATE_OF_FAULT: Readonly<Partial<Record<Fault, PersonState>>> = {
  'scope.missing': 'not_visible',
  'person.unknown': 'gone',
  'contact.unknown': 'gone',
};

/** A look that brought nothing. What was known stays; the next look waits longer with each in a row. */
export function missedLook({ personKey, state, misses }: DuePerson, fault: Fault, at: UnixMs): PersonLook {
  return {
    personKey,
    state: STATE_OF_FAULT[fault] ?? state,
    fault,
    misses: misses + 1,
    at,
    nextLookAt: missedAt(at, misses + 1),
    facts: null,
  };
}
