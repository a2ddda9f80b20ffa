import type { SearchHit } from '../api/types.ts';

/** Hits that hang together, newest first, and where to go on. */
export interface HitList<Hit extends { readonly messageId: string } = SearchHit> {
  readonly items: readonly Hit[];
  readonly nextCursor: string | null;
  /** How far back was looked when the effort ended before the page was full. */
  readonly lookedBackTo: number | null;
}

/** A page put after the hits that lead to it; what is there already is not repeated. */
export function appendHits<Hit extends { readonly messageId: string }>(
  list: HitList<Hit>,
  page: HitList<Hit>,
): HitList<Hit> {
  const known = new Set(list.items.map(({ messageId }) => messageId));
  return { ...page, items: [...list.items, ...page.items.filter(({ messageId }) => !known.has(messageId))] };
}

/**
 * The newest page as it is now, with the older hits that were read before. When so much has arrived that the two no
 * longer meet, the newest page alone: a list never skips.
 */
export function rejoinHits<Hit extends { readonly messageId: string }>(
  newest: HitList<Hit>,
  read: HitList<Hit>,
): HitList<Hit> {
  const fresh = new Set(newest.items.map(({ messageId }) => messageId));
  const meet = read.items.findLastIndex(({ messageId }) => fresh.has(messageId));
  if (meet === -1) return newest;
  return { ...read, items: [...newest.items, ...read.items.slice(meet + 1)] };
}
