import type { MessageId, MessagePosition, SearchCandidates } from '@highwater/domain';
import { isAmong, olderThan } from './compile-filter.ts';
import { queryOf, type WordPlan } from './plan-words.ts';
import type { Search, SearchAnswer } from './run-searches.ts';
import { LARGEST_PAGE, NEWEST_FIRST } from './schema.ts';

/** Pages of the rarest clause that one look reads when others thin them out. */
const MOST_ROUNDS = 4;

type Run = (searches: readonly Search[]) => Promise<readonly SearchAnswer[]>;

/** Nothing is looked for: all that the filter lets through. */
const EVERYTHING = [null];

/**
 * Positions after `after`, newest first. Several clauses are never sent as one search: the rarest one is paged, and
 * each page is held against the others by its ids.
 */
export async function findCandidates(
  run: Run,
  plan: WordPlan,
  filter: string,
  { after, limit }: { readonly after: MessagePosition | null; readonly limit: number },
): Promise<SearchCandidates> {
  const clauses: readonly (readonly (string | null)[])[] = plan.clauses.length === 0 ? [EVERYTHING] : plan.clauses;
  const size = clauses.length === 1 ? Math.min(limit, LARGEST_PAGE) : LARGEST_PAGE;
  const first = await readPages(clauses, after);
  if (first.some(({ found }) => found === 0)) return { positions: [], next: null };
  const rarest = first.reduce((least, page, at) => (page.found < (first[least]?.found ?? 0) ? at : least), 0);
  const driver = clauses[rarest] ?? EVERYTHING;
  const others = clauses.filter((_, at) => at !== rarest);
  const positions: MessagePosition[] = [];
  let page = first[rarest] ?? { found: 0, positions: [], next: null };
  for (let round = 1; ; round += 1) {
    positions.push(...(await keepThoseOf(page.positions, others)));
    if (positions.length >= limit || page.next === null || round === MOST_ROUNDS) break;
    [page = page] = await readPages([driver], page.next);
  }
  const kept = positions.slice(0, limit);
  return { positions: kept, next: kept.length < positions.length ? (kept.at(-1) ?? null) : page.next };

  /** One page of each clause. */
  async function readPages(wanted: readonly (readonly (string | null)[])[], from: MessagePosition | null) {
    const narrowed = from === null ? filter : `${filter} && ${olderThan(from)}`;
    const searches = wanted.map((clause) => clause.map((phrase) => pageSearches(phrase, narrowed)));
    const answers = [...(await run(searches.flat(2)))];
    return searches.map((clause) => mergePages(clause.map((ofPhrase) => takePage(answers.splice(0, ofPhrase.length)))));
  }

  function pageSearches(phrase: string | null, narrowed: string): Search[] {
    const page: Search = { q: queryOf(phrase, plan.without), filter: narrowed, size, sort: NEWEST_FIRST };
    if (phrase === null || plan.without.length === 0) return [page];
    // A phrase without a match is left out: only what is excluded would decide.
    return [page, { q: queryOf(phrase, []), filter: narrowed, size: 0 }];
  }

  async function keepThoseOf(found: readonly MessagePosition[], wanted: readonly (readonly (string | null)[])[]) {
    if (found.length === 0 || wanted.length === 0) return found;
    const among = `${filter} && ${isAmong(found.map(({ messageId }) => messageId))}`;
    const answers = [
      ...(await run(wanted.flat().map((phrase) => ({ q: queryOf(phrase, []), filter: among, size: LARGEST_PAGE })))),
    ];
    const holding = wanted.map((clause) => {
      const hits = answers.splice(0, clause.length).flatMap((answer) => answer.hits);
      return new Set<MessageId>(hits.map(({ messageId }) => messageId));
    });
    return found.filter(({ messageId }) => holding.every((ids) => ids.has(messageId)));
  }

  /** One page of what any of the phrases finds. What a page of one phrase leaves out is older than a whole page. */
  function mergePages(pages: readonly SearchAnswer[]) {
    const byId = new Map(pages.flatMap(({ hits }) => hits).map((position) => [position.messageId, position]));
    const all = [...byId.values()].toSorted(newestFirst);
    const kept = all.slice(0, size);
    const isCut = kept.length < all.length || pages.some(({ found, hits }) => found > hits.length);
    const found = pages.reduce((sum, page) => sum + page.found, 0);
    return { found, positions: kept, next: isCut ? (kept.at(-1) ?? null) : null };
  }
}

/** The page of a phrase, or nothing when the phrase alone finds nothing. */
function takePage([page, alone]: readonly SearchAnswer[]): SearchAnswer {
  const nothing = { found: 0, outOf: page?.outOf ?? 0, hits: [], facets: new Map() };
  return page === undefined || alone?.found === 0 ? nothing : page;
}

export function newestFirst(one: MessagePosition, other: MessagePosition): number {
  if (one.sentAt !== other.sentAt) return other.sentAt - one.sentAt;
  if (one.messageId === other.messageId) return 0;
  return one.messageId > other.messageId ? -1 : 1;
}
