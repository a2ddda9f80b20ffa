import { randomUUID } from 'node:crypto';
import { openPlaintext } from '@highwater/crypto';
import { inTenant, startRepair, type ReparseScope } from '@highwater/db';
import type { CanonicalMessage, ConnectionId, MessageId, RepairId, TenantId } from '@highwater/domain';
import { PARSER_VERSION, parseMessage } from '@highwater/wecom';
import { readSamples } from '@highwater/wecom-simulator';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { tick } from '../sweep/sweep.ts';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import type { ParseMessage } from './rederive-message.ts';
import { reparseMessages } from './reparse-messages.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let connectionId: ConnectionId;
let key: { publicPem: string; version: number };

const CUSTOMER = 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8';
const ROOM = 'wrTESTdAAAUo3Iy7Tr5Ew1Qa9Sd2Fg6H';
const plain = (msgid: string, body: object) =>
  JSON.stringify({ msgid, action: 'send', from: 'LinXiaoyu', tolist: [CUSTOMER], msgtime: 1_794_500_076_174, ...body });
const hologram = plain('h_external', {
  msgtype: 'hologram',
  hologram: { caption: '三维样品', sdkfileid: 'CtYBMzA2OTAyMDEw' },
  hall: ROOM,
  hidden: 'Mia.Olsen',
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

const read = <Row extends object>(sql: string, values: unknown[] = []) => fixture.read<Row>(tenantId, sql, values);
const TABLES = {
  messages: 'SELECT * FROM hw.messages ORDER BY message_id',
  participants: 'SELECT * FROM hw.participants ORDER BY message_id, person_key',
  people: 'SELECT * FROM hw.people ORDER BY person_key',
  rooms: 'SELECT * FROM hw.rooms ORDER BY room_id',
  conversations: `SELECT conversation_id, connection_id, kind, room_id, is_external, first_at, last_at,
    ARRAY(SELECT unnest(people) ORDER BY 1) AS people FROM hw.conversations ORDER BY conversation_id`,
  media: 'SELECT * FROM hw.media ORDER BY media_id',
  consents: 'SELECT * FROM hw.consents ORDER BY message_id',
};

async function everything(): Promise<object> {
  const rows = Object.entries(TABLES).map(async ([name, sql]) => [name, await read(sql)] as const);
  const { rows: tokens } = await fixture.database.search.query(
    'SELECT message_id, sent_at, tokens FROM hw.search_tokens WHERE tenant_id = $1 ORDER BY message_id',
    [tenantId],
  );
  return { ...Object.fromEntries(await Promise.all(rows)), tokens };
}

async function start(among: ReparseScope): Promise<RepairId> {
  return inTenant(fixture.database, tenantId, async (tx) => {
    const run = { connectionId, work: 'reparse', cause: null, publickeyVer: null, among } as const;
    const runId = await startRepair(tx, {
      ...run,
      runId: randomUUID() as RepairId,
      askedBy: null,
      now: fixture.clock.at,
    });
    if (runId === undefined) throw new Error('the run did not start');
    return runId;
  });
}
const run = async (runId: RepairId) =>
  (
    await read(`SELECT total, done, changed, finished_at IS NOT NULL AS over FROM hw.repair_runs WHERE run_id = $1`, [
      runId,
    ])
  )[0];

/** A parser that learnt holograms: who is hidden in them takes part, and their hall is a room. */
const better: ParseMessage = (plaintext) => {
  const parsed = parseMessage(plaintext);
  if (parsed.body.kind !== 'unknown' || parsed.body.sourceType !== 'hologram') return parsed;
  const [file] = parsed.body.media;
  return {
    ...parsed,
    to: ['mia.olsen' as (typeof parsed.to)[number]],
    roomId: ROOM as NonNullable<CanonicalMessage['roomId']>,
    body: {
      kind: 'image',
      media: { ...file, path: 'image', mediaKind: 'image' },
    } as CanonicalMessage['body'],
  };
};

describe('the samples, parsed again', () => {
  it('become exactly the same rows, whatever the rows were before', async () => {
    fixture.finance.archive(
      readSamples().map((sample) => sample.message),
      key,
    );
    await fixture.drain();
    const before = await everything();
    // What a worse parser may have made of them.
    await read(
      `UPDATE hw.messages SET kind = 'unknown', sender = NULL, room_id = NULL, pre_msgid = NULL, direction = 'none',
         unknown_type = 'x', parser_version = 1, sent_at = CASE WHEN sent_at_known THEN sent_at - interval '1 day' ELSE sent_at END`,
    );
    await read("INSERT INTO hw.participants SELECT tenant_id, message_id, 'nobody', sent_at FROM hw.messages");
    await read("UPDATE hw.conversations SET people = people || 'nobody'::text, first_at = first_at - interval '1 day'");
    await read("UPDATE hw.rooms SET first_at = first_at - interval '1 day', is_external = true");
    await read("UPDATE hw.media SET media_kind = 'unknown', file_name = NULL");
    await read('UPDATE hw.search_tokens SET tokens = ARRAY[1]');
    const runId = await start('all');
    await reparseMessages(fixture.deps, tenantId, runId, { batch: 40 });
    const after = await everything();
    expect(after).toEqual(before);
    expect(await run(runId)).toEqual({ total: 157, done: 157, changed: 157, over: true });
  });
});

describe('a better parser', () => {
  beforeEach(async () => {
    fixture.finance.files.set('CtYBMzA2OTAyMDEw', { bytes: Buffer.from('hologram') });
    fixture.finance.archive([hologram, plain('t', { msgtype: 'text', text: { content: '好' } })], key);
    await fixture.drain();
  });
  const unknown = () =>
    read<{ id: MessageId; type: string }>(
      "SELECT message_id AS id, unknown_type AS type FROM hw.messages WHERE kind = 'unknown'",
    );

  it('knows what was unknown: kind, people, room, conversation and words, under the same id', async () => {
    const [message] = await unknown();
    expect(message?.type).toBe('hologram');
    const runId = await start('unknown');
    await reparseMessages(fixture.deps, tenantId, runId, { parse: better });
    expect(await unknown()).toEqual([]);
    expect(await run(runId)).toEqual({ total: 1, done: 1, changed: 1, over: true });
    expect(
      await read('SELECT kind, room_id, unknown_type, parser_version FROM hw.messages WHERE message_id = $1', [
        message?.id,
      ]),
    ).toEqual([{ kind: 'image', room_id: ROOM, unknown_type: null, parser_version: PARSER_VERSION }]);
    expect(
      await read('SELECT person_key AS p FROM hw.participants WHERE message_id = $1 ORDER BY 1', [message?.id]),
    ).toEqual([{ p: 'linxiaoyu' }, { p: 'mia.olsen' }]);
    expect(await read('SELECT room_id FROM hw.rooms')).toEqual([{ room_id: ROOM }]);
    expect(await read("SELECT people FROM hw.conversations WHERE kind = 'room'")).toEqual([
      { people: ['linxiaoyu', 'mia.olsen'] },
    ]);
  });

  it('leaves a conversation with what is left in it, and none that is empty', async () => {
    await read("DELETE FROM hw.participants WHERE message_id = (SELECT message_id FROM hw.messages WHERE msgid = 't')");
    await read("UPDATE hw.messages SET conversation_id = gen_random_uuid() WHERE msgid = 't'");
    expect(await read('SELECT 1 FROM hw.conversations')).toHaveLength(1);
    await reparseMessages(fixture.deps, tenantId, await start('unknown'), { parse: better });
    expect(await read('SELECT kind FROM hw.conversations')).toEqual([{ kind: 'room' }]);
  });

  it('finds a file at another place in the message and does not fetch it again', async () => {
    const stored = await read("SELECT media_id, object_name, sha256 FROM hw.media WHERE state = 'stored'");
    expect(stored).toHaveLength(1);
    await reparseMessages(fixture.deps, tenantId, await start('unknown'), { parse: better });
    await fixture.drain();
    expect(await read("SELECT media_id, object_name, sha256 FROM hw.media WHERE state = 'stored'")).toEqual(stored);
    expect(await read('SELECT path, media_kind, state FROM hw.media')).toEqual([
      { path: 'image', media_kind: 'image', state: 'stored' },
    ]);
  });

  it('that stumbles over a message leaves it as it is and goes on', async () => {
    await read("UPDATE hw.messages SET plaintext = decode('00', 'hex'), parser_version = 1 WHERE kind = 'unknown'");
    const runId = await start('outdated');
    await read('UPDATE hw.messages SET parser_version = 1');
    await reparseMessages(fixture.deps, tenantId, runId, { parse: better });
    expect(await run(runId)).toMatchObject({ done: 2, changed: 0, over: true });
    expect(await unknown()).toHaveLength(1);
    expect(await read('SELECT DISTINCT parser_version FROM hw.messages')).toEqual([{ parser_version: PARSER_VERSION }]);
  });
});

describe('parsing that is killed', () => {
  it('goes on behind its last batch, without parsing anything twice', async () => {
    const texts = Array.from({ length: 10 }, (_, at) =>
      plain(`m${at}`, { msgtype: 'text', text: { content: `${at}` } }),
    );
    fixture.finance.archive(texts, key);
    await fixture.drain();
    const before = await everything();
    await read("UPDATE hw.messages SET kind = 'unknown'");
    const runId = await start('all');
    let parsed = 0;
    const dying: ParseMessage = (plaintext) => {
      if (++parsed === 6) throw new Error('killed');
      return parseMessage(plaintext);
    };
    await expect(reparseMessages(fixture.deps, tenantId, runId, { parse: dying, batch: 4 })).rejects.toThrow('killed');
    expect(await run(runId)).toEqual({ total: 10, done: 4, changed: 4, over: false });
    const counting: ParseMessage = (plaintext) => {
      parsed += 1;
      return parseMessage(plaintext);
    };
    await reparseMessages(fixture.deps, tenantId, runId, { parse: counting, batch: 4 });
    // Four, two of the batch that was killed, and the six that were left.
    expect(parsed).toBe(12);
    expect(await run(runId)).toEqual({ total: 10, done: 10, changed: 10, over: true });
    expect(await everything()).toEqual(before);
  });

  it('stays whole when two handlers work on one run', async () => {
    fixture.finance.archive(
      readSamples().map((sample) => sample.message),
      key,
    );
    await fixture.drain();
    const before = await everything();
    const runId = await start('all');
    await Promise.all([1, 2].map(() => reparseMessages(fixture.deps, tenantId, runId, { batch: 20 })));
    expect(await run(runId)).toEqual({ total: 157, done: 157, changed: 0, over: true });
    expect(await everything()).toEqual(before);
  });
});

it('what an older parser made is made again by itself, once', async () => {
  fixture.finance.archive([plain('t', { msgtype: 'text', text: { content: '好' } })], key);
  await fixture.drain();
  await tick(fixture.deps);
  expect(await read('SELECT 1 FROM hw.repair_runs')).toEqual([]);
  await read("UPDATE hw.messages SET parser_version = 1, kind = 'unknown'");
  await read('UPDATE hw.connections SET parser_version = 1');
  await tick(fixture.deps);
  await tick(fixture.deps);
  await fixture.drain(['reparse-messages']);
  expect(await read('SELECT kind, parser_version FROM hw.messages')).toEqual([
    { kind: 'text', parser_version: PARSER_VERSION },
  ]);
  await tick(fixture.deps);
  expect(await read('SELECT among, changed FROM hw.repair_runs')).toEqual([{ among: 'outdated', changed: 1 }]);
});

it('another company’s run does nothing', async () => {
  const runId = await start('all');
  await reparseMessages(fixture.deps, await fixture.makeTenant(), runId);
  expect(await run(runId)).toMatchObject({ over: false });
});

it('the kept plaintexts are never touched', async () => {
  fixture.finance.archive([hologram], key);
  await fixture.drain();
  await reparseMessages(fixture.deps, tenantId, await start('all'), { parse: better });
  const subkey = await fixture.deps.tenantKeys.subkey(tenantId, 'plaintext');
  const [row] = await read<{ id: MessageId; bytes: Buffer }>(
    'SELECT message_id AS id, plaintext AS bytes FROM hw.messages',
  );
  if (row === undefined) throw new Error('no message');
  expect(Buffer.from(openPlaintext(subkey, tenantId, row.id, row.bytes)).toString('utf8')).toBe(hologram);
});
