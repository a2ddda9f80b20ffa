import { asPlatform, inTenant, listDueEnrichments } from '@highwater/db';
import { BULK_PRIORITY } from '@highwater/jobs';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';

/** Kinds begun per tick; the rest waits for the next one, the longest waiting first. */
const PER_TICK = 500;

export const DUE_ENRICHMENTS: Sweep = {
  name: 'due enrichments',
  async run(deps, now) {
    const due = await asPlatform(deps.database, 'sweep', (tx) => listDueEnrichments(tx, now, PER_TICK));
    await forEachApart([...Map.groupBy(due, (row) => row.tenantId)], ([tenantId, rows]) =>
      inTenant(deps.database, tenantId, (tx) => deps.enqueueMany(tx, 'enrich', rows, { priority: BULK_PRIORITY })),
    );
  },
};
