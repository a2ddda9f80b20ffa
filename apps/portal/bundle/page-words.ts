import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { LANGUAGES, type Language } from '@highwater/domain';
import { FLAT_WORDS } from '@highwater/i18n/flat-words';
import type { Plugin, Rollup } from 'vite';
import { chooseKeys, findBeginnings } from './find-words.ts';

const ROUTE = '?__remix-build-client-route';
/** Stands in a route's module until all modules are known. */
const PLACE = '__WORDS_OF_THIS_ROUTE__';
const KEYS = Object.keys(FLAT_WORDS['zh-CN']).toSorted();
const AREAS = [...new Set(KEYS.map((key) => key.slice(0, key.indexOf('.'))))];

interface WordsFile {
  readonly name: string;
  readonly source: string;
}

/** Of one route in the order of LANGUAGES. */
type WordsFiles = readonly WordsFile[];

/**
 * Gives every route a file of words for each language: what its own modules may ask for, found in the code that is
 * left of them, and nothing that every page has already. A route's module is ready when its words are, so
 * neither the first drawing nor a later one can be without them. What belongs to which route is written to
 * build/page-words.json, from which the server tells the browser early what to fetch.
 */
export function pageWords(): Plugin {
  let root = '';
  let files: ReadonlyMap<string, WordsFiles> | undefined;
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
      return `import { loadWords } from ${JSON.stringify(load)};\nawait loadWords(${JSON.stringify(PLACE)});\n${code}`;
    },
    renderChunk(code, chunk, _options, { chunks }) {
      const { facadeModuleId } = chunk;
      if (facadeModuleId?.endsWith(ROUTE) !== true || !code.includes(PLACE)) return null;
      files ??= makeFiles(this, Object.values(chunks));
      const names = files.get(facadeModuleId)?.map(({ name }) => name) ?? [];
      return { code: code.replace(PLACE, names.join(' ')), map: null };
    },
    generateBundle() {
      const byRoute: Record<string, readonly string[]> = {};
      for (const [id, ofRoute] of files ?? []) {
        byRoute[routeId(root, id)] = ofRoute.map(({ name }) => name);
        for (const { name, source } of ofRoute) this.emitFile({ type: 'asset', fileName: `assets/${name}.js`, source });
      }
      mkdirSync(join(root, 'build'), { recursive: true });
      writeFileSync(join(root, 'build/page-words.json'), JSON.stringify(byRoute));
    },
  };
}

const ROOT = `/app/root.tsx${ROUTE}`;

function makeFiles(build: Rollup.PluginContext, chunks: readonly Rollup.RenderedChunk[]): Map<string, WordsFiles> {
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
      return [id, keys.length === 0 ? [] : LANGUAGES.map((language) => makeFile(language, keys))];
    }),
  );
}

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
