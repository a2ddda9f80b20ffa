import { useFetcher, useLocation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { SearchAnswer } from '../api/types.ts';
import type { loader as olderLoader } from '../routes/tenant/search-older.ts';
import { appendHits, rejoinHits, type HitList } from './join-hits.ts';
import { recallSearch, rememberSearch } from './hit-memory.ts';

const listOf = ({ items, nextCursor, lookedBackTo }: HitList): HitList => ({ items, nextCursor, lookedBackTo });

/** The hits of a search and those older ones that were asked for, kept for the way back. */
export function useHits(answer: SearchAnswer) {
  const { key, search } = useLocation();
  const place = `${key}${search}`;
  const [read, setRead] = useState<{ place: string; hits: HitList | null }>({ place, hits: null });
  // On the server and while hydrating nothing is remembered, so that both draw the same.
  const remembered = read.place === place && read.hits !== null ? read.hits : (recallSearch(place)?.hits ?? null);
  const hits = remembered === null ? listOf(answer) : rejoinHits(listOf(answer), remembered);
  const fetcher = useFetcher<typeof olderLoader>({ key: `older ${place}` });
  const { data, state } = fetcher;

  useEffect(() => {
    if (data?.answer === null || data === undefined || data.cursor !== hits.nextCursor) return;
    const longer = appendHits(hits, listOf(data.answer));
    rememberSearch(place, { hits: longer });
    setRead({ place, hits: longer });
  }, [data, hits, place]);

  return {
    hits,
    place,
    isLoading: state !== 'idle',
    problem: state === 'idle' && data?.answer === null && data.cursor === hits.nextCursor ? data.problem : null,
    load: (address: string) => fetcher.load(address),
  };
}
