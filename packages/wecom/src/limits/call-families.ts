/** The archive's calls as WeCom counts them: each has its own budget per corp. */
export type ArchiveFamily = 'token' | 'page' | 'media';

/** The calls for people and rooms, one family for each API. */
export type ContactFamily =
  | 'user.get'
  | 'user.list_id'
  | 'department.list'
  | 'department.simplelist'
  | 'department.get'
  | 'external.get'
  | 'external.by_user'
  | 'external.tags'
  | 'room.customer'
  | 'room.list'
  | 'room.internal'
  | 'robot'
  | 'permits'
  | 'consents'
  | 'room_consents';

export type CallFamily = ArchiveFamily | ContactFamily;

export interface Budget {
  /** Calls that may follow each other without a pause after some rest. */
  readonly capacity: number;
  /** Calls per second that the budget grows by. */
  readonly perSecond: number;
}

/**
 * Official for one corp and one API: 10,000 calls a minute and 150,000 an hour (docs 90312, 90454). In any minute a
 * budget lets at most its capacity and sixty seconds' growth through, in any hour its capacity and an hour's: these are
 * 3,000 and 121,000.
 */
const COMMON: Budget = { capacity: 1_000, perSecond: 100 / 3 };

/**
 * WeCom names no figure for the archive's own calls; for pages 600 a minute is often quoted (community). All budgets
 * stay at 80 % of a figure or below.
 *
 * - page: one a second at rest (our own rule while the figure is unknown), in bursts of ten. A full page gives its
 *   call back, so that a backlog comes back to back.
 * - media: 50 a second is 3,000 a minute, and 25 MB a second: more than one line carries.
 * - token: one holds two hours; new ones are for new handles and for people who try a secret. 2,000 wrong calls in an
 *   hour would shut the caller out (community).
 * - permits 1,000 a minute, consents 2,500, of rooms 1,500, internal rooms 2,000: each has a page that says so.
 */
export const BUDGETS: Readonly<Record<CallFamily, Budget>> = {
  page: { capacity: 10, perSecond: 1 },
  media: { capacity: 50, perSecond: 50 },
  token: { capacity: 20, perSecond: 0.5 },
  'user.get': COMMON,
  'user.list_id': COMMON,
  'department.list': COMMON,
  'department.simplelist': COMMON,
  'department.get': COMMON,
  'external.get': COMMON,
  'external.by_user': COMMON,
  'external.tags': COMMON,
  'room.customer': COMMON,
  'room.list': COMMON,
  'room.internal': { capacity: 100, perSecond: 25 },
  robot: COMMON,
  permits: { capacity: 80, perSecond: 12 },
  consents: { capacity: 200, perSecond: 30 },
  room_consents: { capacity: 120, perSecond: 18 },
};

/**
 * One address may make 20,000 calls a minute and 600,000 an hour (docs 90312, 90454), whatever the corp. All calls for
 * people and rooms of this process share half of it: 9,000 and 363,000 at most. The other half is the archive's.
 */
export const ADDRESS_BUDGET: Budget = { capacity: 3_000, perSecond: 100 };

/** Whether a call counts against the budget of this address. */
export function isForContacts(family: CallFamily): family is ContactFamily {
  return family !== 'page' && family !== 'media' && family !== 'token';
}
