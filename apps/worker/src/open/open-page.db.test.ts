import {
  makeArchiveKeyPair,
  openFileId,
  openPlaintext,
  privateKeyPlace,
  sealToBox,
  type OpeningPool,
} from '@highwater/crypto';
import { bindConnectionKey, insertConnectionKey, inTenant, listOpeningKeys } from '@highwater/db';
import type { ConnectionId, FailpointName, KeyId, MediaId, MessageId, TenantId } from '@highwater/domain';
import { readSamples } from '@highwater/wecom-simulator';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { storePage } from '../pull/store-page.ts';
import { checkLedger } from '../testing/check-ledger.ts';
import { createChainFixture, Killed, type ChainFixture } from '../testing/chain-fixture.ts';
import { openPage } from './open-page.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };

const samples = readSamples().map((sample) => sample.message);
const CUSTOMER = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8';
const textOf = (changes: object = {}) =>
  JSON.stringify({
    msgid: '7_1794500076174_external',
    action: 'send',
    from: 'LinXiaoyu',
    tolist: [CUSTOMER],
    roomid: '',
    msgtime: 1_794_500_076_174,
    msgtype: 'text',
    text: { content: '今天下午送到' },
    ...changes,
  });

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.finance.files.clear();
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  const connected = await fixture.connect(tenantId);
  connectionId = connected.connectionId;
  key = { publicPem: connected.publicPem, version: 1 };
});

const read = <Row extends object>(text: string, values: unknown[] = []) => fixture.read<Row>(tenantId, text, values);
const count = async (table: string) => (await read<{ n: number }>(`SELECT count(*)::int AS n FROM hw.${table}`))[0]?.n;
const findings = () =>
  read<{ fault: string; subject: string; count: number; detail: object; open: boolean }>(
    'SELECT fault, subject, count, detail, resolved_at IS NULL AS open FROM hw.findings ORDER BY fault, subject',
  );

/** Everything derived, without the bytes of sealing and the time of archiving, which differ from run to run. */
async function rowsOfTenant(): Promise<unknown> {
  return {
    messages: await read(
      `SELECT message_id, seq, msgid, kind, sent_at, sender, room_id, conversation_id, direction, pre_msgid
       FROM hw.messages ORDER BY message_id`,
    ),
    participants: await read('SELECT message_id, person_key, sent_at FROM hw.participants ORDER BY 1, 2'),
    people: await read('SELECT person_key, written_as, kind, first_at, last_at FROM hw.people ORDER BY 1'),
    rooms: await read('SELECT room_id, conversation_id, is_external, first_at, last_at FROM hw.rooms ORDER BY 1'),
    conversations: await read(
      'SELECT conversation_id, kind, people, is_external, first_at, last_at FROM hw.conversations ORDER BY 1',
    ),
    media: await read('SELECT media_id, message_id, path, media_kind, expected_size FROM hw.media ORDER BY 1'),
    envelopes: await read(
      'SELECT seq, envelope_sha256, state, fault, message_id FROM hw.envelopes ORDER BY hw.envelopes.seq',
    ),
    findings: await read('SELECT fault, subject, count, detail FROM hw.findings ORDER BY 1, 2'),
  };
}

describe('the samples', () => {
  beforeEach(async () => {
    fixture.finance.archive(samples, key);
    await fixture.drain();
  });

  it('become 158 envelopes and 157 messages, every one with its exact plaintext', async () => {
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
    expect([await count('envelopes'), await count('messages')]).toEqual([158, 157]);
    const subkey = await fixture.deps.tenantKeys.subkey(tenantId, 'plaintext');
    const rows = await read<{ id: MessageId; seq: string; plaintext: Buffer }>(
      'SELECT message_id AS id, seq, plaintext FROM hw.messages',
    );
    for (const { id, seq, plaintext } of rows) {
      const opened = Buffer.from(openPlaintext(subkey, tenantId, id, plaintext)).toString('utf8');
      expect(opened).toBe(samples[Number(seq) - 1]);
    }
    expect(await read("SELECT 1 FROM hw.envelopes WHERE state <> 'opened'")).toEqual([]);
    expect(await findings()).toMatchObject([{ fault: 'message.unknown', count: 1, detail: { count: 9 } }]);
  });

  it('name their people, rooms, conversations and directions', async () => {
    const [customer] = await read('SELECT kind, written_as FROM hw.people WHERE person_key = $1', [CUSTOMER]);
    expect(customer).toEqual({ kind: 'external_contact', written_as: CUSTOMER });
    const [employee] = await read("SELECT kind, written_as FROM hw.people WHERE person_key = 'linxiaoyu'");
    expect(employee).toEqual({ kind: 'employee', written_as: 'LinXiaoyu' });
    const directions = await read<{ direction: string }>('SELECT DISTINCT direction FROM hw.messages ORDER BY 1');
    expect(directions.map((row) => row.direction)).toEqual(['inbound', 'internal', 'none', 'outbound']);
    const kinds = await read<{ kind: string }>('SELECT DISTINCT kind FROM hw.conversations ORDER BY 1');
    expect(kinds.map((row) => row.kind)).toEqual(expect.arrayContaining(['pair', 'room', 'self']));
    const orphans = `SELECT 1 FROM hw.messages m WHERE NOT EXISTS (SELECT FROM hw.conversations c
      WHERE c.tenant_id = m.tenant_id AND c.conversation_id = m.conversation_id
        AND m.sent_at BETWEEN c.first_at AND c.last_at)`;
    expect(await read(orphans)).toEqual([]);
    expect(
      await read(
        'SELECT 1 FROM hw.rooms r JOIN hw.conversations c USING (conversation_id) WHERE c.room_id <> r.room_id',
      ),
    ).toEqual([]);
  });

  it('have a row for every file, its id sealed; a file without id is absent with that reason', async () => {
    const rows = await read<{ id: MediaId; fileid: Buffer | null; state: string; fault: string | null }>(
      'SELECT media_id AS id, sdkfileid AS fileid, state, fault FROM hw.media',
    );
    expect(rows.length).toBeGreaterThan(30);
    const subkey = await fixture.deps.tenantKeys.subkey(tenantId, 'sdkfileid');
    for (const { id, fileid, state, fault } of rows) {
      if (fileid === null) expect([state, fault]).toEqual(['absent', 'media.no_id']);
      else expect(samples.join()).toContain(openFileId(subkey, tenantId, id, fileid));
    }
  });

  it('open a second time to the same rows', async () => {
    const before = await rowsOfTenant();
    await openPage(fixture.deps, tenantId, connectionId, 1);
    expect(await rowsOfTenant()).toEqual(before);
  });
});

describe('an opener that is killed', () => {
  const places: FailpointName[] = ['open.read', 'open.opened', 'open.inserted', 'open.committed'];

  it.each(places)('at %s leaves the same rows as one that was not', async (place) => {
    fixture.finance.archive(samples, key);
    await fixture.drain(['pull-archive']);
    fixture.killAt(place);
    await expect(openPage(fixture.deps, tenantId, connectionId, 1)).rejects.toThrow(Killed);
    if (place !== 'open.committed') expect(await count('envelopes')).toBe(0);
    await openPage(fixture.deps, tenantId, connectionId, 1);
    const after = await rowsOfTenant();
    await openPage(fixture.deps, tenantId, connectionId, 1);
    expect(await rowsOfTenant()).toEqual(after);
    expect([await count('envelopes'), await count('messages')]).toEqual([158, 157]);
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  });

  it('leaves one job for each lane in which files wait, however many', async () => {
    fixture.finance.archive(samples, key);
    await fixture.drain(['pull-archive']);
    fixture.killAt('open.committed');
    await expect(openPage(fixture.deps, tenantId, connectionId, 1)).rejects.toThrow(Killed);
    await openPage(fixture.deps, tenantId, connectionId, 1);
    const jobs = await read<{ lane: string }>(
      "SELECT data->>'lane' AS lane FROM pgboss.job WHERE name = 'fetch-media' AND data->>'tenantId' = $1 ORDER BY 1",
      [tenantId],
    );
    const wanted = await read<{ lane: string; count: string }>(
      "SELECT lane, count(*) AS count FROM hw.media WHERE state = 'wanted' GROUP BY 1 ORDER BY 1",
    );
    expect(jobs.map((job) => job.lane)).toEqual(wanted.map((row) => row.lane));
    expect(wanted.some(({ count }) => Number(count) > 1)).toBe(true);
  });

  it('works beside another on the same pages', async () => {
    fixture.finance.archive(samples, key);
    await fixture.drain(['pull-archive']);
    await Promise.all([1, 1, 1].map((pageNo) => openPage(fixture.deps, tenantId, connectionId, pageNo)));
    expect([await count('envelopes'), await count('messages')]).toEqual([158, 157]);
  });
});

describe('keys', () => {
  it('are bound by the first message that they open, and the pre-flight says so', async () => {
    fixture.finance.archive([textOf()], { ...key, version: 3 });
    await fixture.drain();
    expect(await read('SELECT publickey_ver AS ver, bound_at AS at FROM hw.connection_keys')).toEqual([
      { ver: 3, at: fixture.clock.at },
    ]);
    expect(await read("SELECT step FROM hw.connection_checks WHERE state = 'passed' ORDER BY step")).toEqual(
      ['address', 'credentials', 'first_message', 'key'].map((step) => ({ step })),
    );
  });

  it('that are missing leave the envelopes sealed with a finding, and open them when they come', async () => {
    const later = await makeArchiveKeyPair();
    fixture.finance.archive([textOf({ msgid: 'a' }), textOf({ msgid: 'b' })], {
      publicPem: later.publicPem,
      version: 2,
    });
    await fixture.drain();
    expect(await read('SELECT state, fault FROM hw.envelopes')).toEqual([
      { state: 'sealed', fault: 'key.missing' },
      { state: 'sealed', fault: 'key.missing' },
    ]);
    const subject = `connection:${connectionId}:version:2`;
    expect(await findings()).toEqual([
      { fault: 'key.missing', subject, count: 1, detail: { publickeyVer: 2, count: 2 }, open: true },
    ]);
    expect(await read("SELECT state, fault FROM hw.connection_checks WHERE step = 'key'")).toEqual([
      { state: 'failed', fault: 'key.wrong' },
    ]);

    const keyId = randomUUID() as KeyId;
    const sealed = sealToBox(fixture.box.publicPem, privateKeyPlace(tenantId, keyId), Buffer.from(later.privatePem));
    await inTenant(fixture.database, tenantId, (tx) =>
      insertConnectionKey(tx, {
        connectionId,
        keyId,
        publicPem: later.publicPem,
        privateSealed: sealed,
        now: fixture.clock.at,
      }),
    );
    fixture.finance.archive([textOf({ msgid: 'c' })], { publicPem: later.publicPem, version: 2 });
    await inTenant(fixture.database, tenantId, (tx) =>
      fixture.deps.enqueue(tx, 'pull-archive', { tenantId, connectionId }),
    );
    await fixture.drain();
    expect(await read("SELECT 1 FROM hw.envelopes WHERE state <> 'opened'")).toEqual([]);
    expect(await count('messages')).toBe(3);
    expect(await findings()).toMatchObject([{ fault: 'key.missing', open: false }]);
    expect(await checkLedger(fixture, tenantId, connectionId)).toEqual([]);
  });

  it('that are bound while a page is being opened open it in its next turn', async () => {
    const later = await makeArchiveKeyPair();
    fixture.finance.archive([textOf({ msgid: 'a' })], { publicPem: later.publicPem, version: 2 });
    await fixture.drain(['pull-archive']);
    const keyId = randomUUID() as KeyId;
    const privateSealed = sealToBox(
      fixture.box.publicPem,
      privateKeyPlace(tenantId, keyId),
      Buffer.from(later.privatePem),
    );
    const now = fixture.clock.at;
    const slow: OpeningPool = {
      ...fixture.deps.opening,
      async open(batch) {
        const results = await fixture.deps.opening.open(batch);
        await inTenant(fixture.database, tenantId, async (tx) => {
          if ((await listOpeningKeys(tx, connectionId)).length > 1) return;
          await insertConnectionKey(tx, { connectionId, keyId, publicPem: later.publicPem, privateSealed, now });
          await bindConnectionKey(tx, connectionId, keyId, 2, now);
        });
        return results;
      },
    };
    await fixture.boss.deleteQueuedJobs('open-page');
    await openPage({ ...fixture.deps, opening: slow }, tenantId, connectionId, 1);
    expect(await read('SELECT state FROM hw.envelopes')).toEqual([{ state: 'sealed' }]);
    await fixture.drain();
    expect(await read('SELECT state FROM hw.envelopes')).toEqual([{ state: 'opened' }]);
    expect(await findings()).toMatchObject([{ fault: 'key.missing', open: false }]);
  });

  it('of a version that is bound are not tried for another', async () => {
    const stranger = await makeArchiveKeyPair();
    fixture.finance.archive([textOf({ msgid: 'a' })], key);
    fixture.finance.archive([textOf({ msgid: 'b' })], { publicPem: stranger.publicPem, version: 1 });
    await fixture.drain();
    expect(await read('SELECT state, fault FROM hw.envelopes ORDER BY hw.envelopes.seq')).toEqual([
      { state: 'opened', fault: null },
      { state: 'sealed', fault: 'key.wrong' },
    ]);
    expect(await findings()).toMatchObject([{ fault: 'key.wrong', detail: { publickeyVer: 1, count: 1 } }]);
  });
});

describe('contradictions', () => {
  it('of one msgid with two texts keep both and make a finding', async () => {
    fixture.finance.archive([textOf(), textOf({ text: { content: '明天上午送到' } })], key);
    await fixture.drain();
    expect(await count('messages')).toBe(2);
    expect(await findings()).toMatchObject([{ fault: 'envelope.conflict', count: 1, open: true }]);
    await openPage(fixture.deps, tenantId, connectionId, 1);
    expect(await findings()).toMatchObject([{ count: 1 }]);
  });

  it('of one seq with other bytes keep both and make a finding', async () => {
    fixture.finance.archive([textOf({ msgid: 'a' })], key);
    await fixture.drain();
    fixture.finance.envelopes.length = 0;
    fixture.finance.archive([textOf({ msgid: 'b' })], key, { seq: 1n });
    const bytes = Buffer.from(fixture.finance.page(0n, 10));
    const [row] = await read<{ hash: string }>('SELECT last_page_hash AS hash FROM hw.connections');
    // Only a page that WeCom numbers on can be stored, so the contradiction comes with a later number behind it.
    const head = { cursor: 1n, pageCount: 1, pageHash: row?.hash ?? '' };
    await storePage(fixture.deps, tenantId, connectionId, head, { bytes, seqs: [1n, 2n], unseen: [] });
    await fixture.drain();
    expect(await read('SELECT seq, state FROM hw.envelopes')).toEqual([
      { seq: '1', state: 'opened' },
      { seq: '1', state: 'opened' },
    ]);
    expect(await count('messages')).toBe(2);
    expect(await findings()).toMatchObject([{ fault: 'envelope.conflict', detail: { seq: '1', count: 1 } }]);
  });

  it('of the same text without msgid are two messages', async () => {
    fixture.finance.archive([textOf({ msgid: '' }), textOf({ msgid: '' })], key);
    await fixture.drain();
    expect(await count('messages')).toBe(2);
    expect(await findings()).toEqual([]);
  });
});

describe('damaged and absurd messages', () => {
  it.each([
    ['no bytes at all', ''],
    ['broken JSON', '{"msgid":"a","action":"send","text":'],
    [
      'raw control characters, NUL and half a surrogate',
      `{"msgid":"x\u0000y","action":"send","from":"\\ud83d","tolist":["b\\u0000"],"msgtype":"text","text":{"content":"\u0011\\u0000"}}`,
    ],
    ['no people', '{"msgid":"n","action":"send","msgtype":"text","text":{"content":"x"}}'],
    [
      'a file of an impossible size',
      textOf({ msgtype: 'file', file: { sdkfileid: 'CiAx', filename: 'a\u0000.pdf', filesize: '9'.repeat(30) } }),
    ],
  ])('with %s become a message all the same', async (_, plaintext) => {
    fixture.finance.archive([plaintext, textOf()], key);
    await fixture.drain();
    expect(await count('messages')).toBe(2);
    expect(await read("SELECT 1 FROM hw.envelopes WHERE state <> 'opened'")).toEqual([]);
  });

  it('cost themselves and not their page: an id that no index takes, an envelope that does not open', async () => {
    fixture.finance.archive([textOf({ from: 'x'.repeat(9000), msgid: 'long' }), textOf()], key);
    const damaged = fixture.finance.archive([textOf({ msgid: 'damaged' })], key);
    const place = fixture.finance.envelopes.findIndex((envelope) => envelope.seq === damaged[0]);
    const [envelope] = fixture.finance.envelopes.splice(place, 1);
    const json = (envelope?.json ?? '').replace(/"encrypt_chat_msg":"(.{60})[^"]*"/, '"encrypt_chat_msg":"$1"');
    fixture.finance.envelopes.push({ seq: damaged[0] ?? 0n, json });
    await fixture.drain();
    expect(await read('SELECT state, fault FROM hw.envelopes ORDER BY hw.envelopes.seq')).toEqual([
      { state: 'unreadable', fault: 'envelope.unreadable' },
      { state: 'opened', fault: null },
      { state: 'unreadable', fault: 'envelope.unreadable' },
    ]);
    expect(await findings()).toMatchObject([{ fault: 'envelope.unreadable', detail: { count: 2, seq: '1' } }]);
  });

  it('without a time get the time of their page, also when opened again', async () => {
    fixture.finance.archive([textOf({ msgtime: 0 })], key);
    await fixture.drain(['pull-archive']);
    const received = fixture.clock.at;
    fixture.clock.at += 5_000;
    await fixture.drain();
    expect(
      await read('SELECT sent_at AS sent, sent_at_known AS known, archived_at AS archived FROM hw.messages'),
    ).toEqual([{ sent: received, known: false, archived: received + 5_000 }]);
  });
});

it('recalls point at what they take back', async () => {
  const recall = { msgid: 'r', action: 'recall', msgtype: 'revoke', revoke: { pre_msgid: '7_1794500076174_external' } };
  fixture.finance.archive([textOf(), textOf(recall)], key);
  await fixture.drain();
  expect(await read("SELECT pre_msgid AS pre FROM hw.messages WHERE kind = 'revoke'")).toEqual([
    { pre: '7_1794500076174_external' },
  ]);
});
