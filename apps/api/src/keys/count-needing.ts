import type { KeyRow } from '@highwater/db';

/**
 * Messages for which a key is kept: those of its versions, opened or not, because they are opened again from the kept page
 * whenever that is asked for; of a key without version those that may still turn out to be its own.
 */
export function countNeeding({
  versions,
  messages,
  sealed,
  untried,
}: Pick<KeyRow, 'versions' | 'messages' | 'sealed' | 'untried'>): number {
  return versions.length === 0 ? untried : messages + sealed;
}
