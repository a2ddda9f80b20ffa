import {
  asPlatform,
  inTenant,
  listLostRepulls,
  listStaleCallbackTenants,
  pruneCallbackSignatures,
} from '@highwater/db';
import type { Sweep } from './sweep.ts';

const PER_TICK = 500;
/** A re-pull moves with every answer of WeCom; one that stood still as long has lost its job. */
const REPULL_LOST_MS = 2 * 60_000;
/** An event's time stamp counts for ten minutes both ways; after twice that its signature proves nothing any more. */
const SIGNATURE_MS = 25 * 60_000;

export const LOST_REPULLS: Sweep = {
  name: 'lost re-pulls',
  async run(deps, now) {
    const lost = await asPlatform(deps.database, 'sweep', (tx) => listLostRepulls(tx, now - REPULL_LOST_MS, PER_TICK));
    for (const { tenantId, repullId } of lost) {
      await inTenant(deps.database, tenantId, (tx) => deps.enqueue(tx, 'repull-range', { tenantId, repullId }));
    }
  },
};

export const STALE_CALLBACKS: Sweep = {
  name: 'stale callbacks',
  async run(deps, now) {
    const before = now - SIGNATURE_MS;
    const tenants = await asPlatform(deps.database, 'sweep', (tx) => listStaleCallbackTenants(tx, before, PER_TICK));
    for (const tenantId of tenants) {
      await inTenant(deps.database, tenantId, (tx) => pruneCallbackSignatures(tx, before));
    }
  },
};
