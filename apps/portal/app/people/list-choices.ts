import { listPeople } from '../api/archive.ts';
import type { SeenPersonView } from '../api/types.ts';
import type { VisitorApi } from '../api/visitor-api.ts';
import { OFFERED } from './offered.ts';

/** Ids that the API takes in one question. */
const KEYS = 50;

/**
 * People to choose from: those whose name holds `who`, and always those chosen already, whether they are among these or
 * not.
 */
export async function listChoices(
  api: VisitorApi,
  { who, chosen, kind }: { who: string; chosen: readonly string[]; kind?: SeenPersonView['kind'] },
): Promise<readonly SeenPersonView[]> {
  const { items } = await listPeople(api, {
    limit: OFFERED,
    ...(kind === undefined ? {} : { kind }),
    ...(who === '' ? {} : { q: who }),
  });
  const offered = new Set<string>(items.map(({ personKey }) => personKey));
  const missing = chosen.filter((key) => key !== '' && !offered.has(key)).slice(0, OFFERED);
  const others: SeenPersonView[] = [];
  for (let start = 0; start < missing.length; start += KEYS) {
    const page = await listPeople(api, { key: missing.slice(start, start + KEYS), limit: OFFERED });
    others.push(...page.items);
  }
  return [...others, ...items];
}
