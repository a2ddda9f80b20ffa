import { MESSAGE_ACTIONS, type Action } from '@highwater/domain';
import type { OfferedGrantView } from '../api/setup-types.ts';

/** What a new grant starts from: it names nobody yet, and opens what the asker may give but for holds. */
export function emptyGrant(mayGive: readonly Action[]): OfferedGrantView {
  return {
    actions: MESSAGE_ACTIONS.filter((action) => action !== 'hold' && mayGive.includes(action)),
    employees: [],
    departments: [],
    departmentsAsOf: 'message',
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
    note: null,
    names: [],
  };
}
