import type { SearchTotal } from '../api/search-types.ts';
import { useWords, type Words } from '../words/words-context.tsx';

/** "214 messages", "at least 214", "at least 214, at most 3,000". */
export function totalWords({ atLeast, atMost }: SearchTotal, { t, formatCount }: Pick<Words, 't' | 'formatCount'>) {
  if (atLeast === atMost) return t('search.total', { count: atLeast, number: formatCount(atLeast) });
  if (atMost === null) return t('search.atLeast', { count: formatCount(atLeast) });
  return t('search.between', { least: formatCount(atLeast), most: formatCount(atMost) });
}

/** What two counts of the same search say together; the later one may know more, neither is wrong. */
export function narrowTotal(one: SearchTotal, other: SearchTotal | undefined): SearchTotal {
  if (other === undefined) return one;
  const most = [one.atMost, other.atMost].filter((each) => each !== null);
  const atLeast = Math.max(one.atLeast, other.atLeast);
  // A message may have arrived between the two.
  return { atLeast, atMost: most.length === 0 ? null : Math.max(atLeast, Math.min(...most)) };
}

export function TotalLine({ total }: { total: SearchTotal }) {
  const words = useWords();
  return (
    <p role="status" className="text-sm font-medium tabular-nums">
      {totalWords(total, words)}
      <span className="font-normal text-muted"> · {words.t('search.newestFirst')}</span>
    </p>
  );
}
