import type {
  ConnectionId,
  Direction,
  MemberId,
  MessageAction,
  MessageKind,
  PersonKey,
  RoomId,
  UnixMs,
} from '@highwater/domain';
import { NO_DEPARTMENTS, type GrantedDepartment, type GrantedDepartments } from './granted-departments.ts';

/** A customer tag of the company: the same id of two corps is two tags. */
export interface TagPlace {
  readonly connectionId: ConnectionId;
  readonly tagId: string;
}

/**
 * What a grant gives, as it was said. Employees, departments and `isSelf` widen each other, as do customers and tags; all
 * else narrows. Either it `isEverything`, or it names somebody or something of these or a room.
 */
export interface GrantTerms {
  /** Which actions of the member's role it opens. */
  readonly actions: readonly MessageAction[];
  readonly employees: readonly PersonKey[];
  readonly departments: GrantedDepartments;
  /** The employee that the member is; gives nothing while nobody said which. */
  readonly isSelf: boolean;
  readonly isEverything: boolean;
  readonly customers: readonly PersonKey[];
  /** Whoever carries one of them now. */
  readonly tags: readonly TagPlace[];
  readonly rooms: readonly RoomId[];
  readonly kinds: readonly MessageKind[];
  readonly directions: readonly Direction[];
  /** Messages sent from here on. */
  readonly sentFrom: UnixMs | null;
  /** Messages sent before here. */
  readonly sentUntil: UnixMs | null;
  /** The grant itself gives nothing from here on. */
  readonly expiresAt: UnixMs | null;
}

/** What grants gave before they could say more. */
export const PLAIN_ACTIONS: readonly MessageAction[] = ['view', 'search', 'export'];

/** Names nobody and narrows nothing: what a grant is made from. */
export const NO_TERMS: GrantTerms = {
  actions: PLAIN_ACTIONS,
  employees: [],
  departments: NO_DEPARTMENTS,
  isSelf: false,
  isEverything: false,
  customers: [],
  tags: [],
  rooms: [],
  kinds: [],
  directions: [],
  sentFrom: null,
  sentUntil: null,
  expiresAt: null,
};

/** A grant in force, expired ones included. */
export interface GrantRow extends GrantTerms {
  readonly grantId: string;
  readonly note: string | null;
  readonly grantedBy: MemberId;
  /** What the giver is called. */
  readonly granterName: string;
  readonly grantedAt: UnixMs;
}

/** Whether code that knows employees and departments only reads a grant as what it gives. */
export function isPlain(terms: GrantTerms): boolean {
  const { customers, tags, rooms, kinds, directions, sentFrom, sentUntil, expiresAt } = terms;
  return (
    !terms.isSelf &&
    !terms.isEverything &&
    [customers, tags, rooms, kinds, directions].every((list) => list.length === 0) &&
    [sentFrom, sentUntil, expiresAt].every((time) => time === null) &&
    PLAIN_ACTIONS.every((action) => terms.actions.includes(action))
  );
}

/** Employees that grants name one by one, sorted, without repeats. */
export function namedEmployees(grants: readonly Pick<GrantTerms, 'employees'>[]): readonly PersonKey[] {
  return [...new Set(grants.flatMap(({ employees }) => employees))].toSorted();
}

/** Departments that grants name, each once for each time that it is meant as of. */
export function namedDepartments(grants: readonly Pick<GrantTerms, 'departments'>[]): readonly GrantedDepartment[] {
  const named = grants.flatMap(({ departments: { places, asOf } }) => places.map((place) => ({ ...place, asOf })));
  return [...new Map(named.map((one) => [`${one.connectionId} ${one.departmentId} ${one.asOf}`, one])).values()];
}
