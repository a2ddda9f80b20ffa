/** The archive's calls as WeCom counts them: each has its own budget per corp. */
export type CallFamily = 'token' | 'page' | 'media';

export interface Budget {
  /** Calls that may follow each other without a pause after some rest. */
  readonly capacity: number;
  /** Calls per second that the budget grows by. */
  readonly perSecond: number;
}

/**
 * WeCom names no figure for the archive's own calls. Official is: 10,000 calls a minute for one corp and one call
 * (docs 90312, 90454); for pages 600 a minute is often quoted (community). All budgets stay far below.
 *
 * - page: one a second at rest (our own rule while the figure is unknown), in bursts of ten. A full page gives its
 *   call back, so that a backlog comes back to back.
 * - media: 50 a second is 3,000 a minute, and 25 MB a second: more than one line carries.
 * - token: one holds two hours; new ones are for new handles and for people who try a secret.
 */
export const BUDGETS: Readonly<Record<CallFamily, Budget>> = {
  page: { capacity: 10, perSecond: 1 },
  media: { capacity: 50, perSecond: 50 },
  token: { capacity: 20, perSecond: 0.5 },
};
