import { loadFromApi } from './load-from-api.ts';

/** Everything that can be asked for. */
export const SUPPORT_SCOPES = ['health', 'connection', 'conversations'] as const;

const { operationsOf } = await loadFromApi<{ operationsOf(scopes: readonly string[]): ReadonlySet<string> }>(
  'support/support-scopes.ts',
);
const open = operationsOf(SUPPORT_SCOPES);

/** Whether support access of every scope is let into an operation at all. */
export function isOpenToSupport(operation: string, { method, path }: { method: string; path: string }): boolean {
  return method === 'GET' && open.has(operation) && !/[?&]download=/.test(path);
}
