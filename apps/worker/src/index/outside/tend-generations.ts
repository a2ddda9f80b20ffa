import { asPlatform, hurryOutside, inTenant, listOutsideIndexes } from '@highwater/db';
import { forEachApart } from '../../for-each-apart.ts';
import type { Sweep } from '../../sweep/sweep.ts';
import { DOCUMENT_VERSION } from '@highwater/search';
import { findGenerations } from './generations.ts';

/**
 * Changes the outside index for one of another make without a pause: a new generation is filled for every company that
 * has it on, while the old one answers; when all are in, the new one answers and the old one goes. Killed anywhere, the
 * next tick goes on where it stands.
 */
export const OUTSIDE_GENERATIONS: Sweep = {
  name: 'outside generations',
  async run(deps, now) {
    const { searchWriter: writer } = deps;
    if (writer === null) return;
    const indexes = await asPlatform(deps.database, 'sweep', (tx) => listOutsideIndexes(tx));
    if (indexes.length === 0 || !(await writer.isReady())) return;
    const { current, next, all } = await findGenerations(deps, writer);
    for (const old of all.slice(0, all.indexOf(current))) await writer.dropGeneration(old);
    if (next === null) {
      const isOld = indexes.some(({ filled, version }) => filled.includes(current) && version < DOCUMENT_VERSION);
      if (isOld) await writer.createGeneration();
      return;
    }
    const waiting = indexes.filter(({ filled }) => !filled.includes(next));
    if (waiting.length === 0) {
      await writer.publishGeneration(next);
      return;
    }
    await forEachApart(waiting, ({ tenantId }) => inTenant(deps.database, tenantId, (tx) => hurryOutside(tx, now)));
  },
};
