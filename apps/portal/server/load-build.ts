import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/server-runtime';

/** Files that `npm run build` made for browsers. */
export const CLIENT_FOLDER = fileURLToPath(new URL('../build/client', import.meta.url));

const SERVER_ENTRY = new URL('../build/server/index.js', import.meta.url);

/** The built pages. The address is computed, because the file exists only after a build. */
export async function loadBuild(): Promise<ServerBuild> {
  const build: ServerBuild = await import(SERVER_ENTRY.href);
  return build;
}
