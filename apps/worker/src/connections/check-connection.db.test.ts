import { openFromBox, privateKeyPlace, selfTestKeyPair } from '@highwater/crypto';
import type { Fault, KeyId, TenantId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { checkConnection } from './check-connection.ts';
import { runPreflight } from './run-preflight.ts';

let fixture: ChainFixture;
let tenantId: TenantId;

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.freeCorp();
  fixture.finance.faults.length = 0;
  tenantId = await fixture.makeTenant();
});

const read = <Row extends object>(text: string) => fixture.read<Row>(tenantId, text);
const attempts = () => read('SELECT state, fault, detail, secret_sealed AS secret FROM hw.connection_attempts');
const checks = () => read('SELECT step, state, fault FROM hw.connection_checks ORDER BY step');
const jobs = async () =>
  (
    await read<{ name: string }>(
      "SELECT name FROM pgboss.job WHERE data->>'tenantId' = hw.current_tenant()::text ORDER BY name",
    )
  ).map((job) => job.name);

describe('an attempt that WeCom accepts', () => {
  it('becomes a connection with a key pair, a claim, checks, an audit line and its first jobs', async () => {
    await checkConnection(fixture.deps, tenantId, await fixture.makeAttempt(tenantId));
    expect(await attempts()).toEqual([{ state: 'accepted', fault: null, detail: {}, secret: null }]);
    expect(await read('SELECT corp_id AS corp FROM hw.corp_claims')).toEqual([{ corp: fixture.finance.corpId }]);
    const [key] = await read<{ id: KeyId; publicPem: string; sealed: Buffer }>(
      'SELECT key_id AS id, public_pem AS "publicPem", private_sealed AS sealed FROM hw.connection_keys',
    );
    if (key === undefined) throw new Error('no key');
    const privatePem = openFromBox(fixture.box.privatePem, privateKeyPlace(tenantId, key.id), key.sealed);
    expect(() =>
      selfTestKeyPair({ publicPem: key.publicPem, privatePem: Buffer.from(privatePem).toString() }),
    ).not.toThrow();
    expect(await checks()).toEqual([
      { step: 'address', state: 'passed', fault: null },
      { step: 'credentials', state: 'passed', fault: null },
      { step: 'first_message', state: 'waiting', fault: null },
      { step: 'key', state: 'waiting', fault: null },
    ]);
    expect(await read('SELECT event FROM hw.audit')).toEqual([{ event: 'connection.created' }]);
    expect(await jobs()).toEqual(['pull-archive', 'run-preflight']);
  });

  it('is accepted once, however often it is checked', async () => {
    const attemptId = await fixture.makeAttempt(tenantId);
    await Promise.all([1, 2, 3].map(() => checkConnection(fixture.deps, tenantId, attemptId)));
    await checkConnection(fixture.deps, tenantId, attemptId);
    expect(await attempts()).toMatchObject([{ state: 'accepted' }]);
    expect(await read('SELECT 1 FROM hw.connections')).toHaveLength(1);
    expect(await jobs()).toEqual(['pull-archive', 'run-preflight']);
  });

  it('is accepted when only the address is not trusted yet, and the check names the address', async () => {
    fixture.finance.faults.push({ fault: 'ip.untrusted', detail: { errcode: 301042, ip: '203.0.113.7' } });
    await checkConnection(fixture.deps, tenantId, await fixture.makeAttempt(tenantId));
    expect(await attempts()).toMatchObject([{ state: 'accepted' }]);
    expect(await read("SELECT state, fault, detail FROM hw.connection_checks WHERE step = 'address'")).toEqual([
      { state: 'failed', fault: 'ip.untrusted', detail: { errcode: 301042, ip: '203.0.113.7' } },
    ]);
  });
});

describe('an attempt that is refused', () => {
  const nothingKept = async () => {
    for (const table of ['connections', 'corp_claims', 'connection_keys', 'connection_checks', 'audit']) {
      expect(await read(`SELECT 1 FROM hw.${table}`)).toEqual([]);
    }
    expect(await jobs()).toEqual([]);
  };

  it.each<[string, Fault, (id: TenantId) => Promise<unknown>]>([
    ['a wrong corp ID', 'corp_id.wrong', (id) => fixture.makeAttempt(id, 'wwffffffffffffffff')],
    ['a wrong secret', 'secret.wrong', (id) => fixture.makeAttempt(id, fixture.finance.corpId, 'not-the-secret')],
  ])('for %s says so, wipes the secret and keeps nothing else', async (_, fault, make) => {
    await checkConnection(
      fixture.deps,
      tenantId,
      (await make(tenantId)) as Awaited<ReturnType<typeof fixture.makeAttempt>>,
    );
    expect(await attempts()).toEqual([{ state: 'refused', fault, detail: {}, secret: null }]);
    await nothingKept();
  });

  it('because another company holds the corp keeps nothing and tells nothing of the other', async () => {
    const other = await fixture.makeTenant();
    await fixture.connect(other);
    await checkConnection(fixture.deps, tenantId, await fixture.makeAttempt(tenantId));
    expect(await attempts()).toEqual([{ state: 'refused', fault: 'corp.already_connected', detail: {}, secret: null }]);
    await nothingKept();
  });

  it('because the sealed secret was changed is refused, not left waiting', async () => {
    const attemptId = await fixture.makeAttempt(tenantId);
    await read("UPDATE hw.connection_attempts SET secret_sealed = decode(repeat('00', 80), 'hex')");
    await checkConnection(fixture.deps, tenantId, attemptId);
    expect(await attempts()).toMatchObject([{ state: 'refused', fault: 'object.damaged', secret: null }]);
  });

  it('of another tenant is not there', async () => {
    const attemptId = await fixture.makeAttempt(tenantId);
    await checkConnection(fixture.deps, await fixture.makeTenant(), attemptId);
    expect(await attempts()).toMatchObject([{ state: 'checking' }]);
  });
});

describe('the pre-flight', () => {
  it('finds a secret that stopped working and heals when it works again', async () => {
    const { connectionId } = await fixture.connect(tenantId);
    fixture.finance.faults.push({ fault: 'secret.wrong', detail: { errcode: 40001 } });
    await runPreflight(fixture.deps, tenantId, connectionId);
    expect(await checks()).toMatchObject([
      { step: 'address', state: 'waiting' },
      { step: 'credentials', state: 'failed', fault: 'secret.wrong' },
      {},
      {},
    ]);
    await runPreflight(fixture.deps, tenantId, connectionId);
    expect(await checks()).toMatchObject([
      { state: 'passed' },
      { state: 'passed' },
      { state: 'waiting' },
      { state: 'waiting' },
    ]);
  });

  it('does not blame the secret when WeCom cannot be reached', async () => {
    const { connectionId } = await fixture.connect(tenantId);
    fixture.finance.faults.push({ fault: 'wecom.unreachable' });
    await runPreflight(fixture.deps, tenantId, connectionId);
    expect((await checks()).slice(0, 2)).toEqual([
      { step: 'address', state: 'waiting', fault: 'wecom.unreachable' },
      { step: 'credentials', state: 'passed', fault: null },
    ]);
  });

  it('leaves a proven secret proven while WeCom is busy, and not one that was refused', async () => {
    const { connectionId } = await fixture.connect(tenantId);
    const check = () => runPreflight(fixture.deps, tenantId, connectionId);
    await check();
    fixture.finance.faults.push({ fault: 'wecom.token_refused', detail: { errcode: 40014 } });
    await check();
    expect((await checks()).slice(0, 2)).toMatchObject([
      { step: 'address', state: 'waiting', fault: 'wecom.token_refused' },
      { step: 'credentials', state: 'passed' },
    ]);
    fixture.finance.faults.push({ fault: 'secret.wrong' }, { fault: 'wecom.busy' });
    await check();
    await check();
    expect((await checks())[1]).toMatchObject({ state: 'waiting', fault: 'wecom.busy' });
  });
});
