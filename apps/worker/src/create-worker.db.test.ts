import { createMetrics } from '@highwater/config/telemetry';
import type { QueueName } from '@highwater/jobs';
import { createBoss } from '@highwater/jobs/boss';
import { readSamples } from '@highwater/wecom-simulator';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createChainHandlers } from './chain-handlers.ts';
import { createWorker } from './create-worker.ts';
import { CHAIN_SWEEPS } from './sweep/sweep.ts';
import { checkLedger } from './testing/check-ledger.ts';
import { createChainFixture, type ChainFixture } from './testing/chain-fixture.ts';

let fixture: ChainFixture;
beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());

it('a worker takes an attempt to readable messages and stops when it is told', async () => {
  const tenantId = await fixture.makeTenant();
  const boss = createBoss(fixture.login('hw_app'), 'worker', () => undefined);
  await boss.start();
  const refuse = () => Promise.reject(new Error('not of this test'));
  const others = {
    'build-export': refuse,
    'run-schedule': refuse,
    'send-link-mail': refuse,
    'send-invitation-mail': refuse,
    'check-ledger': refuse,
    'check-audit': refuse,
    'send-statement-mail': refuse,
    'send-break-mail': refuse,
  };
  const done: QueueName[] = [];
  const chain = createChainHandlers(fixture.deps);
  const opened = Promise.withResolvers<void>();
  const worker = await createWorker({
    deps: fixture.deps,
    boss,
    handlers: {
      ...others,
      ...chain,
      async 'open-page'(job, signal) {
        await chain['open-page'](job, signal);
        done.push('open-page');
        opened.resolve();
      },
      async 'check-connection'(job, signal) {
        await chain['check-connection'](job, signal);
        done.push('check-connection');
        const [key] = await fixture.read<{ pem: string }>(tenantId, 'SELECT public_pem AS pem FROM hw.connection_keys');
        const plaintexts = readSamples().map((sample) => sample.message);
        fixture.finance.archive(plaintexts, { publicPem: key?.pem ?? '', version: 1 });
        await fixture.enqueuePull(tenantId);
      },
    },
    sweeps: CHAIN_SWEEPS,
    sweepEveryMs: 60_000,
    metrics: createMetrics('worker'),
  });
  await fixture.enqueueCheck(tenantId, await fixture.makeAttempt(tenantId));
  await opened.promise;
  await worker.stop();
  expect(done).toEqual(['check-connection', 'open-page']);
  const [connection] = await fixture.read<{ id: Parameters<typeof checkLedger>[2] }>(
    tenantId,
    'SELECT connection_id AS id FROM hw.connections',
  );
  if (connection === undefined) throw new Error('no connection');
  expect(await checkLedger(fixture, tenantId, connection.id)).toEqual([]);
});
