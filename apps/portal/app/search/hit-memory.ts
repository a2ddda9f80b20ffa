import type { Held } from '../components/settle.ts';
import type { HitList } from './join-hits.ts';

/** What was read of one search, and which hit was opened from where on the screen. */
interface ReadSearch {
  readonly hits: HitList | null;
  readonly opened: Held | null;
}

/** Searches that are remembered; each may hold a few hundred hits. */
const MOST = 6;

/** Of this document only: gone with the tab, never stored. Keyed by the place in the history. */
const memory = new Map<string, ReadSearch>();

export function recallSearch(key: string): ReadSearch | undefined {
  return memory.get(key);
}

export function rememberSearch(key: string, change: Partial<ReadSearch>): void {
  const known = memory.get(key) ?? { hits: null, opened: null };
  memory.delete(key);
  memory.set(key, { ...known, ...change });
  for (const oldest of memory.keys()) {
    if (memory.size <= MOST) break;
    memory.delete(oldest);
  }
}
