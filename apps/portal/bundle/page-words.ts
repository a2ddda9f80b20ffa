import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LANGUAGES, type Language } from '@highwater/domain';
import { FLAT_WORDS } from '@highwater/i18n/flat-words';
import type { Plugin, Rollup } from 'vite';
import { chooseKeys, findBeginnings } from './find-words.ts';

const ROUTE = '?__remix-build-client-route';
/** Stand in a route's module until all modules are known. */
const PLACES = ['__WORDS_OF_THIS_ROUTE__', '__LATER_WORDS_OF_THIS_ROUTE__'] as const;
/** What a page that the server drew brings along as far as it shows it: most show nothing of it, and it is much. */
const LATER = 'faults.';
const KEYS = Object.keys(FLAT_WORDS['zh-CN']).toSorted();
const AREAS = [...new Set(KEYS.map((key) => key.slice(0, key.indexOf('.'))))];

interface WordsFile {
  readonly name: string;
  readonly source: string;
}

/** In the order of LANGUAGES; empty where no words are needed. */
type WordsFiles = readonly WordsFile[];

interface RouteFiles {
  readonly now: WordsFiles;
  readonly later: WordsFiles;
}

/**
 * Gives every route a file of words for each language: what its own modules may ask for, found in the code that is
 * left of them, and nothing that every page has already. A route's module is ready when its words are, so
 * neither the first drawing nor a later one can be without them; only the sentences of faults come after a first one. What belongs to which route is written to
 * build/page-words.json, from which the server tells the browser early what to fetch.
 */
export function pageWords(): Plugin {
  let root = '';
  let files: ReadonlyMap<string, RouteFiles> | undefined;
  return {
    name: 'page-words',
    apply: (_config, { command, isSsrBuild }) => command === 'build' && isSsrBuild !== true,
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    transform(code, id) {
      if (!id.endsWith(ROUTE) || !/\bdefault\b|\bLayout\b/.test(code)) return null;
      const load = join(root, 'app/words/load-words.ts');
      return `import { loadWords } from ${JSON.stringify(load)};\nawait loadWords(${PLACES.map((place) => JSON.stringify(place)).join(', ')});\n${code}`;
    },
    renderChunk(code, chunk, _options, { chunks }) {
      const { facadeModuleId } = chunk;
      if (facadeModuleId?.endsWith(ROUTE) !== true || !code.includes(PLACES[0])) return null;
      files ??= makeRouteFiles(this, Object.values(chunks));
      const { now = [], later = [] } = files.get(facadeModuleId) ?? {};
      return { code: code.replace(PLACES[0], namesOf(now)).replace(PLACES[1], namesOf(later)), map: null };
    },
    generateBundle() {
      const byRoute: Record<string, readonly string[]> = {};
      const sources = new Map<string, string>();
      for (const [id, { now, later }] of files ?? []) {
        byRoute[routeId(root, id)] = now.map(({ name }) => name);
        for (const { name, source } of [...now, ...later]) sources.set(name, source);
      }
      for (const [name, source] of sources) this.emitFile({ type: 'asset', fileName: `assets/${name}.js`, source });
      mkdirSync(join(root, 'build'), { recursive: true });
      writeFileSync(join(root, 'build/page-words.json'), JSON.stringify(byRoute));
    },
  };
}

const ROOT = `/app/root.tsx${ROUTE}`;

function makeRouteFiles(
  build: Rollup.PluginContext,
  chunks: readonly Rollup.RenderedChunk[],
): ReadonlyMap<string, RouteFiles> {
  const code = new Map(chunks.flatMap(({ modules }) => Object.entries(modules).map(([id, { code }]) => [id, code])));
  const routes = chunks.flatMap(({ facadeModuleId: id }) => (id?.endsWith(ROUTE) ? [id] : []));
  const keysOf = (route: string): readonly string[] => {
    const ids = listModules(build, route).filter((id) => !id.includes('/packages/i18n/'));
    return chooseKeys(KEYS, new Set(ids.flatMap((id) => findBeginnings(code.get(id) ?? '', AREAS))));
  };
  const everywhere = new Set(routes.filter((id) => id.endsWith(ROOT)).flatMap(keysOf));
  return new Map(
    routes.map((id) => {
      const keys = id.endsWith(ROOT) ? [...everywhere] : keysOf(id).filter((key) => !everywhere.has(key));
      const isLater = (key: string) => key.startsWith(LATER) && !id.endsWith(ROOT);
      return [id, { now: makeFiles(keys.filter((key) => !isLater(key))), later: makeFiles(keys.filter(isLater)) }];
    }),
  );
}

function makeFiles(keys: readonly string[]): WordsFiles {
  return keys.length === 0 ? [] : LANGUAGES.map((language) => makeFile(language, keys));
}

const namesOf = (files: WordsFiles): string => files.map(({ name }) => name).join(' ');

function makeFile(language: Language, keys: readonly string[]): WordsFile {
  const words = Object.fromEntries(keys.map((key) => [key, FLAT_WORDS[language][key]]));
  const source = `export default ${JSON.stringify(words)};\n`;
  return { name: `words-${createHash('sha256').update(source).digest('base64url').slice(0, 10)}`, source };
}

/** A module and all that it imports, now or later, of ours. */
function listModules(build: Rollup.PluginContext, entry: string): readonly string[] {
  const found = new Set([entry]);
  for (const id of found) {
    const { importedIds = [], dynamicallyImportedIds = [] } = build.getModuleInfo(id) ?? {};
    for (const next of [...importedIds, ...dynamicallyImportedIds])
      if (!next.includes('/node_modules/')) found.add(next);
  }
  return [...found];
}

/** As Remix names it: "routes/tenant/search". */
function routeId(root: string, id: string): string {
  return relative(join(root, 'app'), id.slice(0, -ROUTE.length)).replace(/\.tsx?$/, '');
}
