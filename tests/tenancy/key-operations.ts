import { loadFromApi } from './load-from-api.ts';

const { scopeOf } = await loadFromApi<{ scopeOf(operation: string): string | undefined }>('api-keys/key-operations.ts');

/** Whether programs with keys are let into an operation at all. */
export function isOpenToKeys(operation: string): boolean {
  return scopeOf(operation) !== undefined;
}
