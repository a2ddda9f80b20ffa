import { FaultError, type ConnectionId, type TenantId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { checkLedger } from '../testing/check-ledger.ts';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { CHAIN_SWEEPS, tick } from './sweep.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  connectionId = connected.connectionId;
  key = { publicPem: connected.publicPem, version: 1 };
  await fixture.drain();
});

const jobs = (queue: string) =>
  fixture.read(
    tenantId,
    "SELECT 1 FROM pgboss.job WHERE name = $1 AND state = 'created' AND data->>'tenantId' = hw.current_tenant()::text",
    [queue],
  );
const text = JSON.stringify({
  msgid: 'a',
  action: 'send',
  from: 'a',
  tolist: ['b'],
  msgtime: 1_794_500_000_000,
  msgtype: 'text',
  text: { content: '好' },
});

it('a connection is pulled when its time has come and not before, once however often it is swept', async () => {
  fixture.finance.archive([text], key);
  fixture.clock.at += 299_999;
  await tick(fixture.deps);
  expect(await jobs('pull-archive')).toHaveLength(0);
  fixture.clock.at += 1;
  await Promise.all([tick(fixture.deps), tick(fixture.deps)]);
  expect(await jobs('pull-archive')).toHaveLength(1);
  await fixture.drain();
  expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
});

it('a page whose job was lost is opened after two minutes', async () => {
  fixture.finance.archive([text], key);
  fixture.clock.at += 300_000;
  await tick(fixture.deps);
  await fixture.drain(['pull-archive']);
  await fixture.boss.deleteQueuedJobs('open-page');
  fixture.clock.at += 119_999;
  await tick(fixture.deps);
  expect(await jobs('open-page')).toHaveLength(0);
  fixture.clock.at += 1;
  await tick(fixture.deps);
  await fixture.drain();
  expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  await tick(fixture.deps);
  expect(await jobs('open-page')).toHaveLength(0);
});

it('an attempt that nobody ended is ended after its time and its secret wiped', async () => {
  await fixture.makeAttempt(tenantId, 'ww0000000000000000');
  const open = () => fixture.read(tenantId, 'SELECT state FROM hw.connection_attempts WHERE secret_sealed IS NOT NULL');
  await tick(fixture.deps);
  expect(await open()).toEqual([{ state: 'checking' }]);
  fixture.clock.at += 86_400_000;
  await tick(fixture.deps);
  expect(await open()).toEqual([]);
});

it('one sweep that fails does not keep the others from running', async () => {
  let ran = 0;
  const broken = { name: 'broken', run: () => Promise.reject(new FaultError('database.unavailable')) };
  const counting = { name: 'counting', run: async () => void (ran += 1) };
  await tick(fixture.deps, [broken, ...CHAIN_SWEEPS, counting]);
  expect(ran).toBe(1);
});
