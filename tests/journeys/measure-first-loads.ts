import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Route {
  readonly id: string;
  readonly parentId?: string;
  readonly module: string;
  readonly imports: readonly string[];
}
interface Manifest {
  readonly entry: { readonly module: string; readonly imports: readonly string[] };
  readonly routes: Readonly<Record<string, Route>>;
}

/** What a browser fetches before it takes a page over. */
export interface FirstLoad {
  readonly route: string;
  /** Of all its JavaScript, each file compressed by itself with gzip at level 9; in the language that needs more. */
  readonly bytes: number;
  readonly files: number;
}

/**
 * Of every route of a built portal (`build` has client/ and page-words.json): the entry, the route, the routes around
 * it, all that these import at once, and their words. Not what a page fetches when it stands.
 */
export function measureFirstLoads(build: string): readonly FirstLoad[] {
  const { entry, routes } = readManifest(build);
  const words: Readonly<Record<string, readonly string[]>> = JSON.parse(
    readFileSync(join(build, 'page-words.json'), 'utf8'),
  );
  const sizes = new Map<string, number>();
  const sizeOf = (file: string): number => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(join(build, 'client', file)), { level: 9 }).length;
    sizes.set(file, known);
    return known;
  };
  const around = (id: string | undefined): readonly Route[] => {
    const route = id === undefined ? undefined : routes[id];
    return route === undefined ? [] : [route, ...around(route.parentId)];
  };
  return Object.keys(routes).map((route) => {
    const all = around(route);
    const code = new Set([entry, ...all].flatMap(({ module, imports }) => [module, ...imports]));
    const ofWords = [0, 1].map((language) =>
      all.flatMap(({ id }) => words[id]?.[language] ?? []).map((name) => `/assets/${name}.js`),
    );
    const sum = (files: Iterable<string>) => Array.from(files, sizeOf).reduce((bytes, size) => bytes + size, 0);
    return { route, bytes: sum(code) + Math.max(...ofWords.map(sum)), files: code.size + (ofWords[0]?.length ?? 0) };
  });
}

function readManifest(build: string): Manifest {
  const assets = join(build, 'client/assets');
  const file = existsSync(assets) ? readdirSync(assets).find((name) => name.startsWith('manifest-')) : undefined;
  if (file === undefined) throw new Error('The portal is not built.');
  const manifest: Manifest = JSON.parse(
    readFileSync(join(assets, file), 'utf8')
      .replace(/^window\.__remixManifest=/, '')
      .replace(/;\s*$/, ''),
  );
  return manifest;
}
