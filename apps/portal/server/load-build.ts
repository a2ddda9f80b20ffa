import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/server-runtime';
import type { PageWords } from '../app/load-context.ts';

/** Files that `npm run build` made for browsers. */
export const CLIENT_FOLDER = fileURLToPath(new URL('../build/client', import.meta.url));

const SERVER_ENTRY = new URL('../build/server/index.js', import.meta.url);

const PAGE_WORDS = new URL('../build/page-words.json', import.meta.url);

export async function loadPageWords(): Promise<PageWords> {
  const words: PageWords = JSON.parse(await readFile(PAGE_WORDS, 'utf8'));
  return words;
}

/** The built pages. The address is computed, because the file exists only after a build. */
export async function loadBuild(): Promise<ServerBuild> {
  const build: ServerBuild = await import(SERVER_ENTRY.href);
  return build;
}
