import { randomUUID } from 'node:crypto';
import { attemptSecretPlace, sealToBox } from '@highwater/crypto';
import { inTenant, insertConnectionAttempt, listConnectionSecrets, type FurtherPurpose } from '@highwater/db';
import { KINDS_OF_SECRET, type AttemptId, type ConnectionId, type MemberId, type TenantId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { checkConnection } from './check-connection.ts';
import { checkSecret } from './check-secret.ts';
import { openSecret } from './open-secret.ts';
import { STALE_SECRETS } from './secret-sweep.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.freeCorp();
  fixture.contacts.faults.length = 0;
  tenantId = await fixture.makeTenant();
  ({ connectionId } = await fixture.connect(tenantId));
  await fixture.read(tenantId, 'DELETE FROM pgboss.job');
});

const inTenantOf = <Result>(work: Parameters<typeof inTenant<Result>>[2]) => inTenant(fixture.database, tenantId, work);

/** As the API does it; the worker's half follows at once. */
async function type(purpose: FurtherPurpose, secret: string): Promise<AttemptId> {
  const attemptId = randomUUID() as AttemptId;
  const { corpId } = fixture.finance;
  fixture.clock.at += 1000;
  await inTenantOf((tx) =>
    insertConnectionAttempt(tx, {
      attemptId,
      corpId,
      name: '总部',
      secretSealed: sealToBox(fixture.box.publicPem, attemptSecretPlace(tenantId, attemptId), Buffer.from(secret)),
      startedBy: randomUUID() as MemberId,
      startedAt: fixture.clock.at,
      expiresAt: fixture.clock.at + 60_000,
      connectionId,
      purpose,
    }),
  );
  await checkConnection(fixture.deps, tenantId, attemptId);
  return attemptId;
}

const attempt = async (attemptId: AttemptId) =>
  (
    await fixture.read<{ state: string; fault: string | null }>(
      tenantId,
      'SELECT state, fault, secret_sealed AS secret FROM hw.connection_attempts WHERE attempt_id = $1',
      [attemptId],
    )
  )[0];
const secrets = async () =>
  (await inTenantOf((tx) => listConnectionSecrets(tx, connectionId))).map(({ purpose, state, fault, detail }) => ({
    purpose,
    state,
    fault,
    detail,
  }));
const jobs = (name: string) =>
  fixture
    .read<{ kind: string }>(
      tenantId,
      "SELECT data->>'kind' AS kind FROM pgboss.job WHERE name = $1 AND data->>'connectionId' = $2",
      [name, connectionId],
    )
    .then((rows) => rows.map(({ kind }) => kind).toSorted());
const open = async (purpose: FurtherPurpose) =>
  (await openSecret(fixture.deps, tenantId, connectionId, purpose))?.secret;
const events = async () =>
  (await fixture.read<{ event: string }>(tenantId, 'SELECT event FROM hw.audit ORDER BY at')).map(({ event }) => event);

describe('a further secret that WeCom accepts', () => {
  it('is kept, opens for use, and wakes what waited for it', async () => {
    const attemptId = await type('customer_contact', fixture.contacts.secrets.customer_contact);
    expect(await attempt(attemptId)).toEqual({ state: 'accepted', fault: null, secret: null });
    expect(await secrets()).toEqual([{ purpose: 'customer_contact', state: 'accepted', fault: null, detail: {} }]);
    expect(await open('customer_contact')).toBe(fixture.contacts.secrets.customer_contact);
    expect(await open('contacts')).toBeUndefined();
    expect(await jobs('enrich')).toEqual(KINDS_OF_SECRET.customer_contact.toSorted());
    expect(await events()).toContain('secret.set');
    expect((await openSecret(fixture.deps, tenantId, connectionId, 'archive'))?.secret).toBe(
      fixture.finance.archiveSecret,
    );
  });

  it('takes the place of the one before', async () => {
    await type('contacts', fixture.contacts.secrets.contacts);
    const before = fixture.contacts.secrets.contacts;
    fixture.contacts.secrets.contacts = 'another-one';
    await type('contacts', 'another-one');
    expect(await open('contacts')).toBe('another-one');
    expect((await events()).filter((event) => event.startsWith('secret.'))).toEqual(['secret.set', 'secret.replaced']);
    fixture.contacts.secrets.contacts = before;
  });
});

describe('a further secret that WeCom does not accept', () => {
  it('is refused when it was mistyped, and nothing of it is kept', async () => {
    const attemptId = await type('contacts', 'mistyped');
    expect(await attempt(attemptId)).toMatchObject({ state: 'refused', fault: 'secret.wrong' });
    expect([await secrets(), await jobs('enrich')]).toEqual([[], []]);
  });

  it('is kept with the address that WeCom saw, and accepted when that was entered there', async () => {
    fixture.contacts.faults.push({ fault: 'ip.untrusted', detail: { errcode: 60020, ip: '203.0.113.7' } });
    await type('customer_contact', fixture.contacts.secrets.customer_contact);
    expect(await secrets()).toMatchObject([
      { state: 'refused', fault: 'ip.untrusted', detail: { errcode: 60020, ip: '203.0.113.7' } },
    ]);
    await fixture.read(tenantId, 'DELETE FROM pgboss.job');
    await checkSecret(fixture.deps, tenantId, connectionId, 'customer_contact');
    expect(await secrets()).toMatchObject([{ state: 'accepted', fault: null }]);
    expect(await jobs('enrich')).toEqual(KINDS_OF_SECRET.customer_contact.toSorted());
  });

  it('does not cost the one that works', async () => {
    await type('customer_contact', fixture.contacts.secrets.customer_contact);
    fixture.contacts.faults.push({ fault: 'secret.wrong_kind', detail: { errcode: 48002 } });
    const attemptId = await type('customer_contact', 'of another app');
    expect(await attempt(attemptId)).toMatchObject({ state: 'refused', fault: 'secret.wrong_kind' });
    expect(await secrets()).toMatchObject([{ state: 'accepted' }]);
    expect(await open('customer_contact')).toBe(fixture.contacts.secrets.customer_contact);
  });

  it('because WeCom cannot be asked waits, and is asked about until it can', async () => {
    fixture.contacts.faults.push({ fault: 'wecom.unreachable' }, { fault: 'wecom.busy' });
    await type('contacts', fixture.contacts.secrets.contacts);
    expect(await secrets()).toMatchObject([{ state: 'unproven', fault: 'wecom.unreachable' }]);
    expect(await jobs('check-secret')).toHaveLength(1);
    const check = () => checkSecret(fixture.deps, tenantId, connectionId, 'contacts');
    await expect(check()).rejects.toMatchObject({ fault: 'wecom.busy' });
    expect(await secrets()).toMatchObject([{ state: 'unproven', fault: 'wecom.busy' }]);
    await check();
    expect(await secrets()).toMatchObject([{ state: 'accepted', fault: null }]);
  });
});

describe('the proof of a further secret', () => {
  it('finds one that stopped working, and leaves a proven one proven while WeCom is busy', async () => {
    await type('contacts', fixture.contacts.secrets.contacts);
    const check = () => checkSecret(fixture.deps, tenantId, connectionId, 'contacts');
    fixture.contacts.faults.push({ fault: 'wecom.busy' }, { fault: 'secret.wrong', detail: { errcode: 40001 } });
    await expect(check()).rejects.toMatchObject({ fault: 'wecom.busy' });
    expect(await secrets()).toMatchObject([{ state: 'accepted', fault: 'wecom.busy' }]);
    await check();
    expect(await secrets()).toMatchObject([{ state: 'refused', fault: 'secret.wrong' }]);
  });

  it('is of its own company only', async () => {
    await type('contacts', fixture.contacts.secrets.contacts);
    const stranger = await fixture.makeTenant();
    expect(await openSecret(fixture.deps, stranger, connectionId, 'contacts')).toBeUndefined();
    fixture.contacts.calls.length = 0;
    await checkSecret(fixture.deps, stranger, connectionId, 'contacts');
    expect(fixture.contacts.calls).toEqual([]);
  });

  it('is due every day while it works, and every hour while it does not', async () => {
    await type('contacts', fixture.contacts.secrets.contacts);
    const queued = async () => {
      await STALE_SECRETS.run(fixture.deps, fixture.clock.at);
      const count = (await jobs('check-secret')).length;
      await fixture.read(tenantId, 'DELETE FROM pgboss.job');
      return count;
    };
    fixture.clock.at += 86_399_000;
    expect(await queued()).toBe(0);
    fixture.clock.at += 1000;
    expect(await queued()).toBe(1);
    fixture.contacts.faults.push({ fault: 'secret.wrong', detail: { errcode: 40001 } });
    await checkSecret(fixture.deps, tenantId, connectionId, 'contacts');
    fixture.clock.at += 3_599_000;
    expect(await queued()).toBe(0);
    fixture.clock.at += 1000;
    expect(await queued()).toBe(1);
  });
});
