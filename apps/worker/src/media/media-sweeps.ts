import {
  adoptContents,
  asPlatform,
  expireBlockedMedia,
  inTenant,
  listDueLanes,
  listMediaLeftovers,
  listTenantsPastCure,
  listTenantsWithoutContents,
  listUnfinishedContents,
  removeContent,
  startRemovingContent,
} from '@highwater/db';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';
import { clearSegments } from './clear-segments.ts';

/** Things looked after per tick and sweep; the rest waits for the next tick. */
const PER_TICK = 500;
const TENANTS_PER_TICK = 20;
/** The largest file is written in minutes; after this its writer is taken for dead. */
const WRITING_MS = 60 * 60_000;

/** What keeps files coming, and the store free of what belongs to nothing, whatever was killed. */
export const MEDIA_SWEEPS: readonly Sweep[] = [
  {
    name: 'due media',
    async run(deps, now) {
      const due = await asPlatform(deps.database, 'sweep', (tx) => listDueLanes(tx, now, PER_TICK));
      await forEachApart([...Map.groupBy(due, (row) => row.tenantId)], ([tenantId, lanes]) =>
        inTenant(deps.database, tenantId, (tx) => deps.enqueueMany(tx, 'fetch-media', lanes)),
      );
    },
  },
  {
    name: 'media past their cure',
    async run(deps, now) {
      const tenants = await asPlatform(deps.database, 'sweep', (tx) => listTenantsPastCure(tx, now, TENANTS_PER_TICK));
      await forEachApart(tenants, (tenantId) =>
        inTenant(deps.database, tenantId, async (tx) => void (await expireBlockedMedia(tx, now))),
      );
    },
  },
  {
    name: 'segments left over',
    async run(deps) {
      const left = await asPlatform(deps.database, 'sweep', (tx) => listMediaLeftovers(tx, PER_TICK));
      await forEachApart(left, ({ tenantId, mediaId }) => clearSegments(deps, tenantId, mediaId));
    },
  },
  {
    name: 'unfinished contents',
    async run(deps, now) {
      const before = now - WRITING_MS;
      const left = await asPlatform(deps.database, 'sweep', (tx) => listUnfinishedContents(tx, before, PER_TICK));
      await forEachApart(left, async ({ tenantId, sha256 }) => {
        const name = await inTenant(deps.database, tenantId, (tx) => startRemovingContent(tx, sha256, before));
        if (name === undefined) return;
        await deps.objects.delete(name);
        await inTenant(deps.database, tenantId, (tx) => removeContent(tx, sha256));
      });
    },
  },
  {
    name: 'files without contents',
    async run(deps) {
      const tenants = await asPlatform(deps.database, 'sweep', (tx) =>
        listTenantsWithoutContents(tx, TENANTS_PER_TICK),
      );
      await forEachApart(tenants, (tenantId) =>
        inTenant(deps.database, tenantId, async (tx) => void (await adoptContents(tx, PER_TICK))),
      );
    },
  },
];
