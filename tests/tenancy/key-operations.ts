import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { ROOT } from '../../infra/processes/run-command.ts';

const path = join(ROOT, 'apps/api/src/api-keys/key-operations.ts');
const loaded = (await import(pathToFileURL(path).href)) as { scopeOf(operation: string): string | undefined };

/** Whether programs with keys are let into an operation at all. */
export function isOpenToKeys(operation: string): boolean {
  return loaded.scopeOf(operation) !== undefined;
}
