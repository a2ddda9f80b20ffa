import { dirname, join } from 'node:path';
import type { Plugin, Rollup } from 'vite';

const ROUTE = '?__remix-build-client-route';

/** What every page of a kind needs, by the modules that draw it: [name, ends of the entries' ids]. */
const FRAMES = [
  ['page', ['/app/entry.client.tsx', `/app/root.tsx${ROUTE}`]],
  ['shell', [`/app/routes/tenant/shell.tsx${ROUTE}`, `/app/routes/tenant/content.tsx${ROUTE}`]],
] as const;

/** Drawn messages, which search fetches only when it shows some, and the pages of which all are made of them. */
const MESSAGE = '/app/reader/drawn-message.tsx';
const READING = ['reader', 'dialog', 'timeline'].map((name) => `/app/routes/tenant/${name}.tsx${ROUTE}`);

/** Changes seldom, so that browsers keep it over our releases. Icons are few of many and stay with who shows them. */
const FOREIGN = /^\0|\/node_modules\/(?!lucide-react\/)/;

const ICONS = /\/lucide-react\/dist\/esm\/lucide-react\.mjs$/;
const INDEX = new RegExp(`/packages/(?!message-view/)[^/]+/src/index\\.tsx?$|${ICONS.source}`);

/** What so many routes share is fetched by all of them, together. */
const SHARED_BY = 7;

/**
 * Puts what pages share into few files: left alone, every icon is a file of its own, which costs a request and
 * compresses badly. What few pages need stays as the bundler splits it.
 */
export function fewFiles(): Plugin {
  let chosen: ReadonlyMap<string, string> | undefined;
  const manualChunks: Rollup.GetManualChunk = (id, build) => {
    chosen ??= chooseAll(build);
    return chosen.get(id);
  };
  return {
    name: 'few-files',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    config: () => ({ build: { rollupOptions: { output: { manualChunks, onlyExplicitManualChunks: true } } } }),
  };
}

function chooseAll({ getModuleIds, getModuleInfo }: Rollup.ManualChunkMeta): ReadonlyMap<string, string> {
  const all = [...getModuleIds()];
  const icons = findIcons(all, (id) => getModuleInfo(id)?.code ?? '');
  /** What a module imports at once. What a package's index leads to is left to the bundler, which knows who uses what. */
  const next = (id: string): readonly string[] => {
    if (INDEX.test(id)) return [];
    const { code, importedIds = [] } = getModuleInfo(id) ?? {};
    return [...importedIds, ...iconsIn(code ?? '', icons)];
  };
  /** All that the entries import; not the entries, which start things and must not be shared. */
  const importsOf = (entries: readonly string[]): ReadonlySet<string> => {
    const found = new Set(entries);
    for (const id of found) for (const each of next(id)) found.add(each);
    return new Set([...found].filter((id) => !entries.includes(id) && !INDEX.test(id)));
  };
  const chosen = new Map<string, string>();
  const choose = (id: string, name: string) => chosen.has(id) || chosen.set(id, FOREIGN.test(id) ? 'libraries' : name);
  for (const [name, ends] of FRAMES) {
    for (const id of importsOf(all.filter((id) => ends.some((end) => id.endsWith(end))))) choose(id, name);
  }
  const users = new Map<string, readonly string[]>();
  for (const route of all.filter((id) => id.endsWith(ROUTE))) {
    for (const id of importsOf([route])) users.set(id, [...(users.get(id) ?? []), route]);
  }
  for (const [id, routes] of users) if (routes.length >= SHARED_BY && !FOREIGN.test(id)) choose(id, 'parts');
  const isReading = (route: string) => READING.some((end) => route.endsWith(end));
  const messages = all.filter((id) => id.endsWith(MESSAGE));
  const ofMessages = new Set([...messages, ...importsOf(messages)]);
  for (const [id, routes] of users) {
    if (!routes.every(isReading)) continue;
    if (ofMessages.has(id)) choose(id, 'message');
    else if (routes.length === READING.length) choose(id, 'reading');
  }
  return chosen;
}

/** Modules of icons by the names under which the library's index gives them. */
function findIcons(all: readonly string[], codeOf: (id: string) => string): ReadonlyMap<string, string> {
  const index = all.find((id) => ICONS.test(id));
  const lines = index === undefined ? [] : codeOf(index).matchAll(/export \{([^}]*)\} from ['"]\.\/([^'"]+)['"]/g);
  return new Map(
    Array.from(lines, ([, names = '', path = '']) =>
      Array.from(
        names.matchAll(/default as (\w+)/g),
        ([, name = '']) => [name, join(dirname(index ?? ''), path)] as const,
      ),
    ).flat(),
  );
}

function iconsIn(code: string, icons: ReadonlyMap<string, string>): readonly string[] {
  const [, names = ''] = /import \{([^}]*)\} from ['"]lucide-react['"]/.exec(code) ?? [];
  return names.split(',').flatMap((name) => icons.get(name.trim().split(' as ')[0] ?? '') ?? []);
}
