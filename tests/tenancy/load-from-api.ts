import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../infra/processes/run-command.ts';

/** A module of the API, by its place under its sources: tests ask it what it says, and import nothing of it. */
export async function loadFromApi<Module>(place: string): Promise<Module> {
  return (await import(pathToFileURL(join(ROOT, 'apps/api/src', place)).href)) as Module;
}
