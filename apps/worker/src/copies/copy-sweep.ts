import { asPlatform, inTenant, listDueCopies } from '@highwater/db';
import { BULK_PRIORITY } from '@highwater/jobs';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';

/** Contents looked after per tick; the rest waits for the next one. */
const PER_TICK = 200;

/** Contents whose job was lost or put off, and those whose copies an older maker made. */
export const DUE_COPIES: Sweep = {
  name: 'due copies',
  async run(deps, now) {
    const { version } = deps.copies;
    const due = await asPlatform(deps.database, 'sweep', (tx) => listDueCopies(tx, version, now, PER_TICK));
    const ofTenant = [...Map.groupBy(due, ({ tenantId }) => tenantId)];
    await forEachApart(ofTenant, ([tenantId, jobs]) =>
      inTenant(deps.database, tenantId, (tx) => deps.enqueueMany(tx, 'make-copies', jobs, { priority: BULK_PRIORITY })),
    );
  },
};
