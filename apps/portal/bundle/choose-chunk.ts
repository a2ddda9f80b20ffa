import type { Rollup } from 'vite';

const ROUTE = '?__remix-build-client-route';

/** What every page of a kind needs, by the modules that draw it: [name, ends of the entries' ids]. */
const FRAMES = [
  ['page', ['/app/entry.client.tsx', `/app/root.tsx${ROUTE}`]],
  ['shell', [`/app/routes/tenant/shell.tsx${ROUTE}`, `/app/routes/tenant/content.tsx${ROUTE}`]],
] as const;

/** Changes seldom, so that browsers keep it over our releases. Icons are few of many and stay with who shows them. */
const FOREIGN = /^\0|\/node_modules\/(?!lucide-react\/)/;

/** What so many routes share is fetched by all of them, together. */
const SHARED_BY = 8;

/**
 * Puts what pages share into few files: left alone, every icon is a file of its own, which costs a request and
 * compresses badly. What few pages need stays as the bundler splits it.
 */
export function chooseChunk(): Rollup.GetManualChunk {
  let chosen: ReadonlyMap<string, string> | undefined;
  return (id, build) => {
    chosen ??= chooseAll(build);
    return chosen.get(id);
  };
}

function chooseAll({ getModuleIds, getModuleInfo }: Rollup.ManualChunkMeta): ReadonlyMap<string, string> {
  /** All that the entries import at once; not the entries, which start things and must not be shared. */
  const importsOf = (entries: readonly string[]): ReadonlySet<string> => {
    const found = new Set(entries);
    for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next);
    return found.difference(new Set(entries));
  };
  const all = [...getModuleIds()];
  const chosen = new Map<string, string>();
  const choose = (id: string, name: string) => chosen.has(id) || chosen.set(id, FOREIGN.test(id) ? 'libraries' : name);
  for (const [name, ends] of FRAMES) {
    for (const id of importsOf(all.filter((id) => ends.some((end) => id.endsWith(end))))) choose(id, name);
  }
  const uses = new Map<string, number>();
  for (const route of all.filter((id) => id.endsWith(ROUTE))) {
    for (const id of importsOf([route])) uses.set(id, (uses.get(id) ?? 0) + 1);
  }
  for (const [id, count] of uses) if (count >= SHARED_BY && !FOREIGN.test(id)) choose(id, 'parts');
  return chosen;
}
