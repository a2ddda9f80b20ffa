import { randomUUID } from 'node:crypto';
import {
  asPlatform,
  inTenant,
  listKeysToWipe,
  listOutdatedConnections,
  listStalledRepairs,
  startRepair,
  wipeKey,
} from '@highwater/db';
import type { RepairId } from '@highwater/domain';
import { PARSER_VERSION } from '@highwater/wecom';
import { forEachApart } from '../for-each-apart.ts';
import type { Sweep } from '../sweep/sweep.ts';

/** A run moves every few seconds; after this its job is taken for lost. */
const RUN_LOST_MS = 5 * 60_000;
/** The private half of a removed key is kept this long: far more than the five days for which WeCom keeps messages. */
const REMOVED_KEPT_MS = 30 * 24 * 3_600_000;
const RUNS_PER_TICK = 100;
/** Connections that are parsed again at once; the others wait for these. */
const CONNECTIONS_PER_TICK = 20;
const KEYS_PER_TICK = 100;

export const QUARANTINE_SWEEPS: readonly Sweep[] = [
  {
    name: 'stalled repairs',
    async run(deps, now) {
      const before = now - RUN_LOST_MS;
      const stalled = await asPlatform(deps.database, 'sweep', (tx) => listStalledRepairs(tx, before, RUNS_PER_TICK));
      await forEachApart(stalled, ({ tenantId, runId, work }) =>
        inTenant(deps.database, tenantId, (tx) =>
          deps.enqueue(tx, work === 'reopen' ? 'reopen-pages' : 'reparse-messages', { tenantId, runId }),
        ),
      );
    },
  },
  {
    name: 'outdated parsers',
    async run(deps, now) {
      const outdated = await asPlatform(deps.database, 'sweep', (tx) =>
        listOutdatedConnections(tx, PARSER_VERSION, CONNECTIONS_PER_TICK),
      );
      await forEachApart(outdated, ({ tenantId, connectionId }) =>
        inTenant(deps.database, tenantId, async (tx) => {
          const runId = await startRepair(
            tx,
            {
              runId: randomUUID() as RepairId,
              connectionId,
              work: 'reparse',
              among: 'outdated',
              cause: null,
              publickeyVer: null,
              askedBy: null,
              now,
            },
            { keepRunning: true },
          );
          if (runId !== undefined) await deps.enqueue(tx, 'reparse-messages', { tenantId, runId });
        }),
      );
    },
  },
  {
    name: 'removed keys',
    async run(deps, now) {
      const before = now - REMOVED_KEPT_MS;
      const removed = await asPlatform(deps.database, 'sweep', (tx) => listKeysToWipe(tx, before, KEYS_PER_TICK));
      await forEachApart(removed, ({ tenantId, keyId }) =>
        inTenant(deps.database, tenantId, async (tx) => void (await wipeKey(tx, keyId, before, now))),
      );
    },
  },
];
