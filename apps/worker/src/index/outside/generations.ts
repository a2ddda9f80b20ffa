import { asPlatform, inTenant, keepFilled, listOutsideIndexes } from '@highwater/db';
import type { SearchIndexWriter } from '@highwater/domain';
import type { ChainDeps } from '../../deps.ts';
import { forEachApart } from '../../for-each-apart.ts';

/** The generations of the outside index, which all companies share. */
export interface Generations {
  /** The one that answers. */
  readonly current: string;
  /** A newer one that is being filled; it answers when it holds what everybody has on. */
  readonly next: string | null;
  readonly all: readonly string[];
}

/**
 * What there is. The first generation is made and published at once, empty: a company is asked for there when it is
 * filled. A server that lost everything begins with the first again, under the name of the one that it lost, so nobody
 * counts as filled before it answers.
 */
export async function findGenerations(
  deps: Pick<ChainDeps, 'database'>,
  writer: SearchIndexWriter,
): Promise<Generations> {
  let current = await writer.currentGeneration();
  if (current === null) {
    const indexes = await asPlatform(deps.database, 'sweep', (tx) => listOutsideIndexes(tx));
    await forEachApart(indexes, ({ tenantId }) => inTenant(deps.database, tenantId, (tx) => keepFilled(tx, [])));
    // Two workers at once may make one each: the older is dropped when the newer is filled.
    current = (await writer.listGenerations()).at(-1) ?? (await writer.createGeneration());
    await writer.publishGeneration(current);
  }
  const all = await writer.listGenerations();
  const newest = all.at(-1);
  const isNewer = newest !== undefined && all.indexOf(newest) > all.indexOf(current);
  return { current, next: isNewer ? newest : null, all };
}
