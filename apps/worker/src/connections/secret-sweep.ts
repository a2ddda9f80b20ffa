import { asPlatform, inTenant, listSecretsToCheck } from '@highwater/db';
import { BULK_PRIORITY } from '@highwater/jobs';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';

const PER_TICK = 100;
/** One that works is proved once a day: it may be reset at WeCom at any time, and nothing else may be asking with it. */
const ACCEPTED_MS = 24 * 3_600_000;
/** One that does not may work again without anybody coming here, once somebody entered an address or ticked an app. */
const OTHERS_MS = 3_600_000;

export const STALE_SECRETS: Sweep = {
  name: 'stale secrets',
  async run(deps, now) {
    const before = { accepted: now - ACCEPTED_MS, others: now - OTHERS_MS };
    const stale = await asPlatform(deps.database, 'sweep', (tx) => listSecretsToCheck(tx, before, PER_TICK));
    await forEachApart([...Map.groupBy(stale, (row) => row.tenantId)], ([tenantId, rows]) =>
      inTenant(deps.database, tenantId, (tx) =>
        deps.enqueueMany(tx, 'check-secret', rows, { priority: BULK_PRIORITY }),
      ),
    );
  },
};
