import { randomUUID } from 'node:crypto';
import {
  makeArchiveKeyPair,
  openFromBox,
  privateKeyPlace,
  sealToBox,
  selfTestKeyPair,
  type OpeningPool,
} from '@highwater/crypto';
import {
  findRepair,
  insertConnectionKey,
  insertMember,
  inTenant,
  listOpeningKeys,
  lockOpening,
  markKeyRemoved,
  startRepair,
} from '@highwater/db';
import type { ConnectionId, KeyId, MemberId, RepairId, TenantId, UserId } from '@highwater/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { openPage } from '../open/open-page.ts';
import { reopenPages } from '../quarantine/reopen-pages.ts';
import { tick } from '../sweep/sweep.ts';
import { makeKey } from './make-key.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let first: { publicPem: string };

const memberId = randomUUID() as MemberId;
const [second, third] = await Promise.all([makeArchiveKeyPair(), makeArchiveKeyPair()]);
const text = (msgid: string) =>
  JSON.stringify({
    msgid,
    action: 'send',
    from: 'LinXiaoyu',
    tolist: ['wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8'],
    roomid: '',
    msgtime: 1_794_500_076_174,
    msgtype: 'text',
    text: { content: '今天下午送到' },
  });

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  first = connected;
  connectionId = connected.connectionId;
});

const read = <Row extends object>(sql: string) => fixture.read<Row>(tenantId, sql);
const within = <Result>(work: Parameters<typeof inTenant<Result>>[2]) => inTenant(fixture.database, tenantId, work);
const states = async () =>
  (await read<{ s: string }>('SELECT state AS s FROM hw.envelopes ORDER BY hw.envelopes.seq')).map(({ s }) => s);
const bound = () =>
  read<{ pem: string; ver: number | null; removed: boolean }>(
    `SELECT public_pem AS pem, publickey_ver AS ver, removed_at IS NOT NULL AS removed FROM hw.connection_keys
     ORDER BY publickey_ver NULLS LAST`,
  );
const versionsByPem = async () =>
  new Map(
    (
      await read<{ pem: string; versions: number[] }>(
        `SELECT public_pem AS pem, array_remove(publickey_ver || further_vers, NULL) AS versions FROM hw.connection_keys`,
      )
    ).map(({ pem, versions }) => [pem, versions]),
  );

/** Whoever asks for keys is a member. */
async function joinAsOwner(company: TenantId): Promise<void> {
  const person = { email: 'owner@example.com', name: 'Owner', role: 'owner', language: null } as const;
  const member = { ...person, memberId, userId: randomUUID() as UserId, joinedAt: fixture.clock.at };
  await inTenant(fixture.database, company, (tx) => insertMember(tx, member));
}

async function addKey(pair: { publicPem: string; privatePem: string }, now = fixture.clock.at): Promise<KeyId> {
  const keyId = randomUUID() as KeyId;
  const privateSealed = sealToBox(
    fixture.box.publicPem,
    privateKeyPlace(tenantId, keyId),
    Buffer.from(pair.privatePem),
  );
  const { publicPem } = pair;
  const key = { connectionId, keyId, publicPem, privateSealed, now, origin: 'imported', note: '前一家' } as const;
  expect(await within((tx) => insertConnectionKey(tx, key))).toBe(true);
  return keyId;
}

/** What the API does when a key comes: everything sealed is tried with it at once. */
async function reopenAll(): Promise<RepairId> {
  return within(async (tx) => {
    const run = { connectionId, work: 'reopen', cause: null, publickeyVer: null, among: null } as const;
    const runId = await startRepair(tx, {
      ...run,
      runId: randomUUID() as RepairId,
      askedBy: null,
      now: fixture.clock.at,
    });
    if (runId === undefined) throw new Error('the run did not start');
    await fixture.deps.enqueue(tx, 'reopen-pages', { tenantId, runId });
    return runId;
  });
}

describe('a key pair that is asked for', () => {
  it('is proven on itself, sealed to the worker and kept once, however often its job runs', async () => {
    const keyId = randomUUID() as KeyId;
    await joinAsOwner(tenantId);
    await makeKey(fixture.deps, tenantId, { connectionId, keyId, memberId });
    await makeKey(fixture.deps, tenantId, { connectionId, keyId, memberId });
    const rows = await read<{ pem: string; sealed: Buffer; origin: string }>(
      `SELECT public_pem AS pem, private_sealed AS sealed, origin FROM hw.connection_keys WHERE key_id = '${keyId}'`,
    );
    expect(rows).toHaveLength(1);
    const [row] = rows;
    if (row === undefined) throw new Error('no key');
    const privatePem = Buffer.from(openFromBox(fixture.box.privatePem, privateKeyPlace(tenantId, keyId), row.sealed));
    expect(() => selfTestKeyPair({ publicPem: row.pem, privatePem: privatePem.toString() })).not.toThrow();
    expect(await read("SELECT event, member_id FROM hw.audit WHERE event = 'key.made'")).toEqual([
      { event: 'key.made', member_id: memberId },
    ]);
  });

  it('is not made for a connection of others, nor for a member of others', async () => {
    const stranger = await fixture.makeTenant();
    await joinAsOwner(stranger);
    const keyId = randomUUID() as KeyId;
    await makeKey(fixture.deps, stranger, { connectionId, keyId, memberId });
    expect(await fixture.read(stranger, 'SELECT 1 FROM hw.connection_keys')).toEqual([]);
    await makeKey(fixture.deps, tenantId, { connectionId, keyId, memberId: randomUUID() as MemberId });
    expect(await read(`SELECT 1 FROM hw.connection_keys WHERE key_id = '${keyId}'`)).toEqual([]);
  });
});

describe('a new version', () => {
  it('is opened by the one of several unbound keys that fits, and by no other', async () => {
    await addKey(second);
    await addKey(third);
    fixture.finance.archive([text('a'), text('b')], { publicPem: third.publicPem, version: 7 });
    fixture.finance.archive([text('c')], { publicPem: first.publicPem, version: 8 });
    await fixture.drain();
    expect(await states()).toEqual(['opened', 'opened', 'opened']);
    expect(await bound()).toEqual([
      { pem: third.publicPem, ver: 7, removed: false },
      { pem: first.publicPem, ver: 8, removed: false },
      { pem: second.publicPem, ver: null, removed: false },
    ]);
  });

  it('opens by itself in everything that waited, when its key comes with no new message', async () => {
    for (const msgid of ['a', 'b', 'c']) {
      fixture.finance.archive([text(msgid)], { publicPem: second.publicPem, version: 3 });
      await fixture.enqueuePull(tenantId);
      await fixture.drain();
    }
    expect(await states()).toEqual(['sealed', 'sealed', 'sealed']);
    expect(await read('SELECT fault, detail FROM hw.findings')).toEqual([
      { fault: 'key.missing', detail: { publickeyVer: 3, count: 3 } },
    ]);
    await addKey(second);
    const runId = await reopenAll();
    await fixture.drain();
    expect(await states()).toEqual(['opened', 'opened', 'opened']);
    expect(await within((tx) => findRepair(tx, runId))).toBeUndefined();
    expect(
      await read(
        `SELECT total, done, changed FROM hw.repair_runs WHERE run_id = '${runId}' AND finished_at IS NOT NULL`,
      ),
    ).toEqual([{ total: 3, done: 3, changed: 3 }]);
    expect(await read('SELECT 1 FROM hw.findings WHERE resolved_at IS NULL')).toEqual([]);
  });

  it('whose key comes while its page is being opened is opened in the next turn', async () => {
    fixture.finance.archive([text('a')], { publicPem: second.publicPem, version: 3 });
    await fixture.drain(['pull-archive']);
    let came = false;
    const slow: OpeningPool = {
      ...fixture.deps.opening,
      async open(batch) {
        const results = await fixture.deps.opening.open(batch);
        if (!came) await addKey(second);
        came = true;
        return results;
      },
    };
    await fixture.boss.deleteQueuedJobs('open-page');
    await openPage({ ...fixture.deps, opening: slow }, tenantId, connectionId, 1);
    expect(await states()).toEqual(['sealed']);
    await fixture.drain(['open-page']);
    expect(await states()).toEqual(['opened']);
  });

  it('leaves the other versions waiting, and each finding says how many', async () => {
    fixture.finance.archive([text('a'), text('b')], { publicPem: second.publicPem, version: 3 });
    fixture.finance.archive([text('c')], { publicPem: third.publicPem, version: 4 });
    await fixture.drain();
    await addKey(second);
    await reopenAll();
    await fixture.drain();
    expect(await states()).toEqual(['opened', 'opened', 'sealed']);
    expect(await read('SELECT detail FROM hw.findings WHERE resolved_at IS NULL')).toEqual([
      { detail: { publickeyVer: 4, count: 1 } },
    ]);
  });
});

describe('a key that has a version', () => {
  it('opens the further versions that its public half gets when it is entered at WeCom again', async () => {
    for (const version of [1, 2, 3]) {
      fixture.finance.archive([text(`of ${version}`)], { publicPem: first.publicPem, version });
      await fixture.enqueuePull(tenantId);
      await fixture.drain();
    }
    expect(await states()).toEqual(['opened', 'opened', 'opened']);
    expect((await versionsByPem()).get(first.publicPem)).toEqual([1, 2, 3]);
    expect(await read('SELECT 1 FROM hw.findings WHERE resolved_at IS NULL')).toEqual([]);
  });

  it('shares it with another key where versions begin anew, and what did not fit heals when that one comes', async () => {
    fixture.finance.archive([text('old')], { publicPem: first.publicPem, version: 1 });
    await fixture.drain();
    fixture.finance.archive([text('a'), text('b')], { publicPem: second.publicPem, version: 1 });
    await fixture.enqueuePull(tenantId);
    await fixture.drain();
    expect(await states()).toEqual(['opened', 'sealed', 'sealed']);
    expect(await read('SELECT fault FROM hw.findings WHERE resolved_at IS NULL')).toEqual([{ fault: 'key.wrong' }]);
    const keyStep = () => read("SELECT state, fault FROM hw.connection_checks WHERE step = 'key'");
    expect(await keyStep()).toEqual([{ state: 'waiting', fault: 'key.wrong' }]);
    await addKey(second);
    await reopenAll();
    await fixture.drain();
    expect(await states()).toEqual(['opened', 'opened', 'opened']);
    expect(await versionsByPem()).toEqual(
      new Map([
        [first.publicPem, [1]],
        [second.publicPem, [1]],
      ]),
    );
    expect(await read('SELECT fault FROM hw.findings WHERE resolved_at IS NULL')).toEqual([]);
    expect(await keyStep()).toEqual([{ state: 'passed', fault: null }]);

    fixture.finance.archive([text('c'), text('d')], { publicPem: second.publicPem, version: 1 });
    await fixture.enqueuePull(tenantId);
    await fixture.drain();
    expect(new Set(await states())).toEqual(new Set(['opened']));
  });

  it('is recognised although the first messages of its version are damaged', async () => {
    // Sealed for a key that nobody has, which looks no different.
    fixture.finance.archive(['a', 'b', 'c', 'd'].map(text), { publicPem: third.publicPem, version: 5 });
    fixture.finance.archive(
      Array.from({ length: 30 }, (_, at) => text(`whole ${at}`)),
      { publicPem: first.publicPem, version: 5 },
    );
    await fixture.drain();
    const all = await states();
    expect([all.slice(0, 4), new Set(all.slice(4))]).toEqual([Array(4).fill('sealed'), new Set(['opened'])]);
    expect((await versionsByPem()).get(first.publicPem)).toEqual([5]);
  });
});

describe('reopening', () => {
  it('that is killed goes on behind the last page, and counts each envelope once', async () => {
    for (const msgid of ['a', 'b', 'c', 'd']) {
      fixture.finance.archive([text(msgid)], { publicPem: second.publicPem, version: 3 });
      await fixture.enqueuePull(tenantId);
      await fixture.drain();
    }
    await addKey(second);
    const runId = await reopenAll();
    await fixture.boss.deleteQueuedJobs('reopen-pages');
    fixture.killAt('open.committed', 3);
    await expect(reopenPages(fixture.deps, tenantId, runId)).rejects.toThrow('open.committed');
    expect(await within((tx) => findRepair(tx, runId))).toMatchObject({ done: 2, total: 4, afterPage: 2 });
    await reopenPages(fixture.deps, tenantId, runId);
    expect(await states()).toEqual(['opened', 'opened', 'opened', 'opened']);
    expect(await read(`SELECT total, done FROM hw.repair_runs WHERE run_id = '${runId}'`)).toEqual([
      { total: 4, done: 4 },
    ]);
  });

  it('whose job was lost is started again after five minutes', async () => {
    fixture.finance.archive([text('a')], { publicPem: second.publicPem, version: 3 });
    await fixture.drain();
    await addKey(second);
    await reopenAll();
    await fixture.boss.deleteQueuedJobs('reopen-pages');
    fixture.clock.at += 5 * 60_000 - 1;
    await tick(fixture.deps);
    await fixture.drain();
    expect(await states()).toEqual(['sealed']);
    fixture.clock.at += 1;
    await tick(fixture.deps);
    await fixture.drain();
    expect(await states()).toEqual(['opened']);
  });

  it('of everything is one run, however often it is asked for', async () => {
    fixture.finance.archive([text('a')], { publicPem: second.publicPem, version: 3 });
    await fixture.drain();
    expect(await reopenAll()).toBe(await reopenAll());
    await fixture.drain();
    expect(await states()).toEqual(['sealed']);
    expect(await read('SELECT changed, finished_at IS NOT NULL AS over FROM hw.repair_runs')).toEqual([
      { changed: 0, over: true },
    ]);
  });
});

describe('a removed key', () => {
  const remove = (keyId: KeyId) =>
    within(async (tx) => {
      await lockOpening(tx, connectionId);
      return markKeyRemoved(tx, connectionId, keyId, memberId, fixture.clock.at);
    });

  it('comes back with the first message that needs it, and only when no key of the ring does', async () => {
    const keyId = await addKey(second);
    expect(await remove(keyId)).toBe(true);
    fixture.finance.archive([text('a')], { publicPem: second.publicPem, version: 3 });
    await fixture.drain();
    expect(await states()).toEqual(['opened']);
    expect(await bound()).toContainEqual({ pem: second.publicPem, ver: 3, removed: false });
  });

  it('is wiped after thirty days and not before', async () => {
    const keyId = await addKey(second);
    await remove(keyId);
    const isKept = async () =>
      (await within((tx) => listOpeningKeys(tx, connectionId))).some((key) => key.keyId === keyId);
    fixture.clock.at += 30 * 86_400_000 - 1;
    await tick(fixture.deps);
    expect(await isKept()).toBe(true);
    fixture.clock.at += 1;
    await tick(fixture.deps);
    expect(await isKept()).toBe(false);
    expect(await read(`SELECT private_sealed FROM hw.connection_keys WHERE key_id = '${keyId}'`)).toEqual([
      { private_sealed: null },
    ]);
  });

  it('does not keep the same pair from being brought again', async () => {
    await remove(await addKey(second));
    await addKey(second);
    const again = { connectionId, keyId: randomUUID() as KeyId, publicPem: second.publicPem };
    const inserted = within((tx) =>
      insertConnectionKey(tx, { ...again, privateSealed: Buffer.from('sealed'), now: fixture.clock.at }),
    );
    expect(await inserted).toBe(false);
  });
});
