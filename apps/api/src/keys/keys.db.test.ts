import { randomUUID } from 'node:crypto';
import { keyFingerprint, makeArchiveKeyPair, openFromBox, privateKeyPlace } from '@highwater/crypto';
import {
  bindConnectionKey,
  finishRepair,
  insertConnectionKey,
  insertPage,
  inTenant,
  listOpeningKeys,
  listRepairs,
  saveEnvelopes,
} from '@highwater/db';
import type { ConnectionId, KeyId } from '@highwater/domain';
import { addConnection, waitUntil } from '@highwater/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { makeCompany, type Company } from '../testing/company.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

let api: TestApi;
let company: Company;
let others: Company;
let connectionId: ConnectionId;

const [pair, other] = await Promise.all([makeArchiveKeyPair(), makeArchiveKeyPair()]);

const SEALED = {
  sha256: 'e',
  msgid: 'm',
  publickeyVer: 4,
  state: 'sealed',
  fault: 'key.missing',
  messageId: null,
} as const;

beforeAll(async () => {
  api = await startApi(inject('superuser'));
  company = await makeCompany(api);
  others = await makeCompany(api, '邻居');
});
afterAll(() => api.stop());
beforeEach(async () => {
  connectionId = await within((tx) => addConnection(tx));
});

const within = <Result>(work: Parameters<typeof inTenant<Result>>[2]) =>
  inTenant(api.database.database, company.tenantId, work);
const ring = () => `/v1/connections/${connectionId}/keys`;
const auditOf = async (event: string) =>
  (
    await within((tx) =>
      tx.query<{ detail: object }>('SELECT detail FROM hw.audit WHERE tenant_id = $1 AND event = $2 ORDER BY at', [
        company.tenantId,
        event,
      ]),
    )
  ).rows;

interface Key {
  readonly keyId: KeyId;
  readonly fingerprint: string;
  readonly versions: readonly number[];
  readonly removable: boolean;
}

const importKey = (privateKeyPem: string, note?: string) =>
  company.owner.ask<Key>('POST', `${ring()}/import`, {
    body: { privateKeyPem, ...(note === undefined ? {} : { note }) },
  });
const keys = async () => (await company.admin.ask<{ items: Key[]; waiting: object[] }>('GET', '/v1/keys')).body;
const ofConnection = async () =>
  (await keys()).items.filter((key) => 'connectionId' in key && key.connectionId === connectionId);

/** What the worker does when it is asked for a pair. */
async function workerMakes(keyId: KeyId): Promise<void> {
  const privateSealed = Buffer.from('sealed');
  const { publicPem } = await makeArchiveKeyPair();
  await within((tx) =>
    insertConnectionKey(tx, { connectionId, keyId, publicPem, privateSealed, now: api.clock.now() }),
  );
}

async function keepEnvelopes(states: readonly ('opened' | 'sealed')[], publickeyVer: number): Promise<void> {
  const page = { connectionId, pageNo: 1, after: 0n, first: 1n, last: 9n, count: states.length, unseen: [] };
  const bytes = { bytes: Buffer.from('page'), sha256: 'a', leafHash: 'b', chainHash: 'c', receivedAt: api.clock.now() };
  await within(async (tx) => {
    await insertPage(tx, { ...page, ...bytes });
    await saveEnvelopes(
      tx,
      connectionId,
      1,
      states.map((state, at) => {
        const fault = state === 'sealed' ? 'key.missing' : null;
        return {
          seq: String(at + 1),
          sha256: 'e',
          position: at,
          msgid: 'm',
          publickeyVer,
          state,
          fault,
          messageId: null,
        };
      }),
      api.clock.now(),
    );
  });
}

describe('making a pair', () => {
  it('answers the pair once the worker has made it, and asks the worker once for one idempotency key', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const jobs = () => api.jobs.filter(({ queue }) => queue === 'make-key');
    const before = jobs().length;
    const asked = company.admin.ask<{ key: Key | null }>('POST', ring(), { headers });
    const job = await waitUntil('the pair is asked for', async () => jobs()[before], { everyMs: 5 });
    const keyId = 'keyId' in job.payload ? (job.payload.keyId as KeyId) : undefined;
    if (keyId === undefined) throw new Error('no key id');
    await workerMakes(keyId);
    const answer = await asked;
    expect(answer.status).toBe(202);
    expect(answer.body.key).toMatchObject({ keyId, origin: 'made', versions: [] });
    const again = await company.admin.ask<{ key: Key | null }>('POST', ring(), { headers });
    expect(again.body.key?.keyId).toBe(keyId);
    expect(jobs()).toHaveLength(before + 1);
  });

  it('answers null when the worker takes too long', async () => {
    const quick = await startApi(inject('superuser'), {
      waits: { ...api.deps.waits, preflightMs: 40, pollMs: 10 },
    });
    const slow = await makeCompany(quick);
    const id = await inTenant(quick.database.database, slow.tenantId, (tx) => addConnection(tx));
    expect((await slow.owner.ask('POST', `/v1/connections/${id}/keys`)).body).toEqual({ key: null });
    await quick.stop();
  });
});

describe('importing a key', () => {
  it('keeps it sealed to the worker and shows where it comes from, not what it is', async () => {
    const answer = await importKey(pair.privatePem, ' 前一家服务商 ');
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      connectionId,
      origin: 'imported',
      note: '前一家服务商',
      addedBy: 'Owner',
      publicKeyPem: pair.publicPem,
      fingerprint: keyFingerprint(pair.publicPem),
      versions: [],
      messages: 0,
      sealed: 0,
    });
    const [kept] = await within((tx) => listOpeningKeys(tx, connectionId));
    if (kept === undefined) throw new Error('no key');
    const place = privateKeyPlace(company.tenantId, kept.keyId);
    expect(Buffer.from(openFromBox(api.workerBoxPrivateKey, place, kept.privateSealed)).toString()).toBe(
      pair.privatePem,
    );
    expect(await auditOf('key.imported')).toContainEqual({ detail: { connectionId } });
    const secret = pair.privatePem.split('\n')[5] ?? '';
    for (const shown of [answer.body, await keys(), api.logged, api.jobs]) {
      expect(JSON.stringify(shown)).not.toContain(secret);
    }
    const { rows } = await within((tx) => tx.query('SELECT * FROM hw.connection_keys k, hw.audit a'));
    expect(JSON.stringify(rows)).not.toContain(secret);
  });

  it('refuses a key that the ring holds, in whichever form it comes', async () => {
    await importKey(pair.privatePem);
    const again = await importKey(`\r\n${pair.privatePem.replaceAll('\n', '\r\n')}`);
    expect([again.status, again.body]).toMatchObject([409, { fault: 'key.known', field: 'privateKeyPem' }]);
    expect(await ofConnection()).toHaveLength(1);
  });

  it.each([
    ['words', { reason: 'none' }, 'my key'],
    ['half a key', { reason: 'damaged' }, pair.privatePem.slice(0, 800)],
    ['a public key', { reason: 'public' }, pair.publicPem],
    ['too much', {}, pair.privatePem.padEnd(9000, 'x')],
  ])('refuses %s with %j and repeats nothing of it', async (_, params, pem) => {
    const answer = await importKey(pem);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ field: 'privateKeyPem', params });
    const line = pem.split('\n')[2] ?? pem;
    expect(JSON.stringify([answer.body, api.logged])).not.toContain(line);
  });

  it('is refused without repeating it when the body is damaged JSON', async () => {
    const response = await api.app.request(`${ring()}/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'highwater-csrf': '1', origin: 'http://127.0.0.1:4400' },
      body: `{"privateKeyPem": "${pair.privatePem}`,
    });
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(text + JSON.stringify(api.logged)).not.toContain(pair.privatePem.slice(40, 60));
  });

  it('gives the same key for the same idempotency key, and a mismatch for another', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const path = `${ring()}/import`;
    const ask = (privateKeyPem: string) => company.owner.ask<Key>('POST', path, { body: { privateKeyPem }, headers });
    const [one, same] = [await ask(pair.privatePem), await ask(pair.privatePem)];
    expect(same.body).toEqual(one.body);
    expect((await ask(other.privatePem)).body).toMatchObject({ fault: 'idempotency.mismatch' });
  });

  it('has everything tried at once that waits for a key, and nothing when nothing does', async () => {
    const runs = () => api.jobs.filter(({ queue }) => queue === 'reopen-pages').length;
    const before = runs();
    await importKey(pair.privatePem);
    expect(runs()).toBe(before);
    await keepEnvelopes(['sealed', 'sealed'], 4);
    const wrong = { ...SEALED, seq: '9', position: 8, publickeyVer: 1, fault: 'key.wrong' } as const;
    await within((tx) => saveEnvelopes(tx, connectionId, 1, [wrong], api.clock.now()));
    await importKey(other.privatePem);
    expect(runs()).toBe(before + 2);
    const opening = (await within((tx) => listRepairs(tx, 10))).filter((run) => run.connectionId === connectionId);
    expect(opening.map(({ cause }) => cause).toSorted()).toEqual(['key_missing', 'key_wrong']);
    expect((await keys()).waiting).toContainEqual(expect.objectContaining({ connectionId, publickeyVer: 4, count: 2 }));
  });
});

it('a connection shows the key for WeCom: a new one that is not in use yet, otherwise the one of the highest version', async () => {
  const make = async (publicPem: string, now: number, versions: readonly number[], origin: 'made' | 'imported') => {
    const key = { connectionId, keyId: randomUUID() as KeyId, publicPem, privateSealed: Buffer.from('sealed') };
    await within((tx) => insertConnectionKey(tx, { ...key, now, origin }));
    for (const version of versions) await within((tx) => bindConnectionKey(tx, connectionId, key.keyId, version, now));
    return key.keyId;
  };
  const shown = async () => {
    const { body } = await company.admin.ask('GET', `/v1/connections/${connectionId}`);
    return [body['publicKeyPem'], body['publicKeyVersion']];
  };
  const now = api.clock.now();
  await make('used', now + 1, [1, 3], 'made');
  await make('former', now + 2, [2], 'imported');
  await make('unused', now + 3, [], 'imported');
  expect(await shown()).toEqual(['used', 3]);
  const keyId = await make('new', now + 4, [], 'made');
  expect(await shown()).toEqual(['new', null]);
  await within((tx) => bindConnectionKey(tx, connectionId, keyId, 4, now));
  expect(await shown()).toEqual(['new', 4]);
  expect((await ofConnection()).map(({ versions }) => versions)).toContainEqual([1, 3]);
});

describe('removing a key', () => {
  const remove = (keyId: KeyId) => company.admin.ask('DELETE', `${ring()}/${keyId}`);

  it('takes an unbound key that nothing needs out of the ring, once', async () => {
    const { keyId } = (await importKey(pair.privatePem)).body;
    await importKey(other.privatePem);
    expect((await remove(keyId)).status).toBe(204);
    expect((await ofConnection()).map((key) => key.fingerprint)).toEqual([keyFingerprint(other.publicPem)]);
    expect(await auditOf('key.removed')).toContainEqual({ detail: { connectionId } });
    expect((await remove(keyId)).body).toMatchObject({ fault: 'thing.missing' });
  });

  it('is refused for a key whose version has messages, with their count', async () => {
    const { keyId } = (await importKey(pair.privatePem)).body;
    await importKey(other.privatePem);
    await within((tx) => bindConnectionKey(tx, connectionId, keyId, 4, api.clock.now()));
    await keepEnvelopes(['opened', 'opened', 'sealed'], 4);
    expect((await remove(keyId)).body).toMatchObject({ status: 409, fault: 'key.needed', params: { count: 3 } });
    expect(await ofConnection()).toHaveLength(2);
  });

  it('is refused for an unbound key until everything that waits was tried with it', async () => {
    await keepEnvelopes(['sealed', 'opened'], 4);
    const { keyId } = (await importKey(pair.privatePem)).body;
    await importKey(other.privatePem);
    const isRemovable = async () => (await ofConnection()).find((key) => key.keyId === keyId)?.removable;
    expect((await remove(keyId)).body).toMatchObject({ fault: 'key.needed', params: { count: 1 } });
    const page = { connectionId, pageNo: 2, after: 9n, first: 10n, last: 12n, count: 3, unseen: [] };
    const bytes = { bytes: Buffer.from('p'), sha256: 'a', leafHash: 'b', chainHash: 'c', receivedAt: api.clock.now() };
    await within((tx) => insertPage(tx, { ...page, ...bytes }));
    expect((await remove(keyId)).body).toMatchObject({ fault: 'key.needed', params: { count: 4 } });
    const run = (await within((tx) => listRepairs(tx, 10))).find((repair) => repair.connectionId === connectionId);
    if (run === undefined) throw new Error('nothing is being opened again');
    await within((tx) => finishRepair(tx, run.runId, api.clock.now()));
    expect((await remove(keyId)).body).toMatchObject({ fault: 'key.needed', params: { count: 3 } });
    expect(await isRemovable()).toBe(false);
    await within((tx) => saveEnvelopes(tx, connectionId, 2, [{ ...SEALED, seq: '10', position: 0 }], api.clock.now()));
    expect(await isRemovable()).toBe(true);
    expect((await remove(keyId)).status).toBe(204);
  });

  it('is refused for the only key', async () => {
    const { keyId, removable } = (await importKey(pair.privatePem)).body;
    expect(removable).toBe(false);
    expect((await remove(keyId)).body).toMatchObject({ status: 409, fault: 'key.only' });
  });
});

it('keys are for those who may connect, of their own company', async () => {
  const { keyId } = (await importKey(pair.privatePem)).body;
  const body = { privateKeyPem: other.privatePem };
  const asks = [
    ['POST', ring(), {}],
    ['POST', `${ring()}/import`, { body }],
    ['DELETE', `${ring()}/${keyId}`, {}],
  ] as const;
  for (const [method, path, request] of asks) {
    expect(await company.viewer.faultOf(method, path, request)).toBe('permission.missing');
    expect(await others.owner.faultOf(method, path, request)).toBe('thing.missing');
  }
  expect(await ofConnection()).toHaveLength(1);
});
