import { readTimeline } from '../api/reading.ts';
import type { TimelineView } from '../api/reading-types.ts';
import type { VisitorApi } from '../api/visitor-api.ts';
import type { StretchPart } from './merge-stretch.ts';
import { readAddress } from './reading-address.ts';

/** A stretch of one customer's line of time. Runs across conversations: what is hidden between has no place in it. */
export type TimelinePart = TimelineView & StretchPart;

/** The part that an address asks for by its cursor; the newest, or what is around `at`, without one. */
export async function readTimelinePart(
  api: VisitorApi,
  person: { readonly connectionId: string; readonly personKey: string },
  search: URLSearchParams,
  at?: number,
): Promise<TimelinePart> {
  const { gap } = readAddress(search);
  const timeline = await readTimeline(api, person, { gap, cursor: search.get('cursor') ?? undefined, at });
  return { ...timeline, hiddenAt: [], hidden: 0 };
}
