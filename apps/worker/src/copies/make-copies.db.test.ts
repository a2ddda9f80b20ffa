import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createObjectSealer, createSearchHashers, objectPlace, openFileText, openObject } from '@highwater/crypto';
import { createPostgresSearchIndex, inTenant, startRepair } from '@highwater/db';
import {
  EVERY_MESSAGE,
  FaultError,
  type ConnectionId,
  type MadeCopy,
  type RepairId,
  type TenantId,
} from '@highwater/domain';
import { createTokenCompiler } from '@highwater/search';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { reparseMessages } from '../quarantine/reparse-messages.ts';
import { tick } from '../sweep/sweep.ts';
import { createChainFixture, Killed, type ChainFixture } from '../testing/chain-fixture.ts';
import { askForCopies } from './ask-for-copies.ts';
import { makeCopies } from './make-copies.ts';

let fixture: ChainFixture;
let tenantId: TenantId;
let key: { publicPem: string; version: number };

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
});
afterAll(() => fixture.close());
beforeEach(async () => {
  fixture.finance.envelopes.length = 0;
  fixture.finance.files.clear();
  fixture.objects.objects.clear();
  fixture.copyMaker.types.clear();
  fixture.copyMaker.types.set('application/pdf', ['text']);
  fixture.copyMaker.types.set('audio/amr', ['audio']);
  fixture.copyMaker.answer = () => [TEXT];
  fixture.copyMaker.made = 0;
  fixture.freeCorp();
  tenantId = await fixture.makeTenant();
  key = { publicPem: (await fixture.connect(tenantId)).publicPem, version: 1 };
});

const TEXT: MadeCopy = {
  copy: 'text',
  state: 'made',
  text: '二〇二六年采购合同，单价三百元',
  detail: { characters: 16, isCut: false },
};
const SOUND: MadeCopy = {
  copy: 'audio',
  state: 'made',
  bytes: Buffer.from('RIFF playable'),
  contentType: 'audio/wav',
  detail: { seconds: 2.5, peaks: [0, 50, 100] },
};

/** A message that carries a file; the file is stored as the worker stores it. Returns the content. */
async function sendFile(bytes: Buffer, name = '合同.pdf', contentType = 'application/pdf'): Promise<string> {
  const sdkfileid = `CiA${randomBytes(60).toString('hex')}`;
  const file = { md5sum: '', filename: name, fileext: name.split('.').at(-1), filesize: bytes.length, sdkfileid };
  const message = { msgid: sdkfileid.slice(0, 40), action: 'send', from: 'LinXiaoyu', tolist: ['ZhaoKai'] };
  const text = JSON.stringify({ ...message, msgtime: fixture.clock.at, msgtype: 'file', file });
  fixture.finance.archive([text], key);
  await fixture.enqueuePull(tenantId);
  await fixture.drain(['pull-archive', 'open-page']);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const objectName = `media/${sha256}`;
  const objectKey = await fixture.deps.tenantKeys.subkey(tenantId, 'object');
  const seal = createObjectSealer(objectKey, objectPlace(tenantId, objectName));
  await fixture.objects.put(objectName, seal(once(bytes)));
  await inTenant(fixture.database, tenantId, async (tx) => {
    await tx.query(
      `UPDATE hw.media SET state = 'stored', sha256 = $1, size = $2, content_type = $3, next_try_at = NULL
       WHERE state = 'wanted'`,
      [sha256, bytes.length, contentType],
    );
    await tx.query(
      `INSERT INTO hw.contents (tenant_id, sha256, object_name, size, md5, content_type, state, begun_at)
       VALUES ($1, $2, $3, $4, '', $5, 'stored', $6) ON CONFLICT DO NOTHING`,
      [tenantId, sha256, objectName, bytes.length, contentType, new Date(fixture.clock.at)],
    );
    await askForCopies(fixture.deps, tx, sha256);
  });
  return sha256;
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const pdf = () => Buffer.concat([Buffer.from('%PDF-1.7 '), randomBytes(1000)]);
const voice = () => Buffer.concat([Buffer.from('#!AMR\n'), randomBytes(1000)]);
const make = (sha256: string) => makeCopies(fixture.deps, { tenantId, sha256 });

interface Row {
  readonly copy: string;
  readonly state: string;
  readonly fault: string | null;
  readonly name: string | null;
  readonly detail: unknown;
  readonly text: Buffer | null;
  readonly version: number;
}
const rowsOf = (sha256: string) =>
  fixture.read<Row>(
    tenantId,
    `SELECT copy, state, fault, object_name AS name, detail, text_sealed AS text, maker_version AS version
     FROM hw.media_copies WHERE sha256 = $1 ORDER BY copy`,
    [sha256],
  );
async function contentOf(sha256: string) {
  const [row] = await fixture.read<{ version: number; attempts: number; next: number | null }>(
    tenantId,
    'SELECT copies_version AS version, copy_attempts AS attempts, next_copy_at AS next FROM hw.contents WHERE sha256 = $1',
    [sha256],
  );
  return row;
}
const copyNames = () => [...fixture.objects.objects.keys()].filter((name) => name.startsWith('copies/'));

/** How many messages the index proposes for a word. */
async function countFound(word: string): Promise<number> {
  const compile = createTokenCompiler(createSearchHashers(fixture.deps.tenantKeys));
  const query = {
    ...EVERY_MESSAGE,
    words: [[word]],
  };
  const index = createPostgresSearchIndex(fixture.database, compile);
  const found = await index.find(tenantId, query, { kind: 'all' }, { after: null, limit: 100 });
  return found.positions.length;
}

describe('a content', () => {
  it('gets its copy sealed beside it, and is done', async () => {
    fixture.copyMaker.answer = (bytes) => (bytes.subarray(0, 5).toString() === '#!AMR' ? [SOUND] : []);
    const sha256 = await sendFile(voice(), '语音.amr', 'audio/amr');
    await make(sha256);
    const [row, ...more] = await rowsOf(sha256);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      copy: 'audio',
      state: 'made',
      fault: null,
      detail: { seconds: 2.5, peaks: [0, 50, 100] },
    });
    const name = row?.name ?? '';
    expect(fixture.objects.objects.get(name)?.includes('playable')).toBe(false);
    const objectKey = await fixture.deps.tenantKeys.subkey(tenantId, 'object');
    const parts: Uint8Array[] = [];
    for await (const part of openObject(objectKey, objectPlace(tenantId, name), await fixture.objects.get(name)))
      parts.push(part);
    expect(Buffer.concat(parts).toString()).toBe('RIFF playable');
    expect(await contentOf(sha256)).toEqual({ version: 1, attempts: 0, next: null });
    await make(sha256);
    expect(fixture.copyMaker.made).toBe(1);
  });

  it('of a type without copies is done without being read', async () => {
    const sha256 = await sendFile(Buffer.from('PK\u0003\u0004....'), 'a.zip', 'application/zip');
    await make(sha256);
    expect(fixture.copyMaker.made).toBe(0);
    expect(await rowsOf(sha256)).toEqual([]);
    expect(await contentOf(sha256)).toEqual({ version: 1, attempts: 0, next: null });
  });

  it('whose copy cannot be made says why', async () => {
    fixture.copyMaker.answer = () => [{ copy: 'text', state: 'absent', fault: 'copy.unreadable' }];
    const sha256 = await sendFile(pdf());
    await make(sha256);
    expect(await rowsOf(sha256)).toMatchObject([
      { copy: 'text', state: 'absent', fault: 'copy.unreadable', text: null },
    ]);
  });

  it('that is damaged in the store is left without copies, and the next one is not kept waiting', async () => {
    const [bad, good] = [await sendFile(pdf()), await sendFile(pdf())];
    const [row] = await fixture.read<{ name: string }>(
      tenantId,
      'SELECT object_name AS name FROM hw.contents WHERE sha256 = $1',
      [bad],
    );
    fixture.objects.objects.get(row?.name ?? '')?.fill(0, 30, 60);
    await fixture.drain(['make-copies']);
    expect(await rowsOf(bad)).toMatchObject([{ state: 'absent', fault: 'copy.unreadable' }]);
    expect(await rowsOf(good)).toMatchObject([{ state: 'made' }]);
  });

  it('waits while the store cannot be used, which does not count as an attempt', async () => {
    fixture.copyMaker.answer = () => [SOUND];
    const sha256 = await sendFile(voice(), 'a.amr', 'audio/amr');
    const put = () => Promise.reject(new FaultError('storage.unavailable'));
    const broken = {
      ...fixture.deps,
      objects: { ...fixture.deps.objects, get: fixture.objects.get.bind(fixture.objects), put },
    };
    for (let time = 0; time < 5; time += 1) await makeCopies(broken, { tenantId, sha256 });
    const waiting = await contentOf(sha256);
    expect(waiting).toMatchObject({ version: 0, attempts: 0 });
    expect(waiting?.next).toBeGreaterThan(fixture.clock.at);
    fixture.clock.at = waiting?.next ?? 0;
    await tick(fixture.deps);
    await fixture.drain(['make-copies']);
    expect(await rowsOf(sha256)).toMatchObject([{ copy: 'audio', state: 'made' }]);
  });

  it('that kills the process three times is left without a copy, and no object is left of it', async () => {
    fixture.copyMaker.answer = () => [SOUND];
    const sha256 = await sendFile(voice(), 'a.amr', 'audio/amr');
    for (let time = 0; time < 3; time += 1) {
      fixture.killAt('copies.stored');
      await expect(make(sha256)).rejects.toThrow(Killed);
      expect(copyNames()).toHaveLength(1);
    }
    await make(sha256);
    expect(await rowsOf(sha256)).toMatchObject([{ copy: 'audio', state: 'absent', fault: 'copy.too_costly' }]);
    expect(copyNames()).toEqual([]);
  });

  it.each(['copies.stored', 'copies.committed'] as const)('killed at %s has one object in the end', async (place) => {
    fixture.copyMaker.answer = () => [SOUND];
    const sha256 = await sendFile(voice(), 'a.amr', 'audio/amr');
    fixture.killAt(place);
    await expect(make(sha256)).rejects.toThrow(Killed);
    await make(sha256);
    const [row] = await rowsOf(sha256);
    expect(copyNames()).toEqual([row?.name]);
  });

  it('gets new copies from a newer maker, and the old object goes', async () => {
    fixture.copyMaker.answer = () => [SOUND];
    const sha256 = await sendFile(voice(), 'a.amr', 'audio/amr');
    await make(sha256);
    const old = copyNames();
    const asked = async (deps: ChainFixture['deps']): Promise<readonly string[]> => {
      await fixture.boss.deleteQueuedJobs('make-copies');
      await tick(deps);
      const jobs = await fixture.boss.fetch<{ sha256: string }>('make-copies', { batchSize: 100 });
      for (const { id } of jobs) await fixture.boss.complete('make-copies', id);
      return jobs.map(({ data }) => data.sha256);
    };
    expect(await asked(fixture.deps)).not.toContain(sha256);
    const newer = { ...fixture.deps, copies: { ...fixture.deps.copies, version: 2 } };
    expect(await asked(newer)).toContain(sha256);
    await makeCopies(newer, { tenantId, sha256 });
    expect(copyNames()).toHaveLength(1);
    expect(copyNames()).not.toEqual(old);
    expect(await rowsOf(sha256)).toMatchObject([{ version: 2 }]);
  });
});

describe('the text of a file', () => {
  it('is sealed, and has its message found, beside the message’s own words', async () => {
    const sha256 = await sendFile(pdf(), '采购.pdf');
    expect(await countFound('单价三百')).toBe(0);
    await make(sha256);
    const [row] = await rowsOf(sha256);
    const subkey = await fixture.deps.tenantKeys.subkey(tenantId, 'plaintext');
    expect(openFileText(subkey, tenantId, sha256, row?.text ?? Buffer.alloc(0))).toContain('采购合同');
    expect(row?.name).toBeNull();
    expect(await countFound('单价三百')).toBe(1);
    expect(await countFound('采购.pdf')).toBe(1);
  });

  it('is found in a message that brings the same content later', async () => {
    const bytes = pdf();
    const sha256 = await sendFile(bytes);
    await make(sha256);
    await sendFile(bytes, '又一份.pdf');
    expect(await contentOf(sha256)).not.toMatchObject({ next: null });
    await make(sha256);
    expect(await countFound('单价三百')).toBe(2);
    expect(fixture.copyMaker.made).toBe(1);
    expect(await contentOf(sha256)).toMatchObject({ next: null });
  });

  it('is cut where it is longer than is kept, not through the middle of a character', async () => {
    const text = `${'长'.repeat(199_999)}😀尾巴`;
    fixture.copyMaker.answer = () => [
      { copy: 'text', state: 'made', text, detail: { characters: text.length, isCut: false } },
    ];
    const sha256 = await sendFile(pdf());
    await make(sha256);
    expect(await rowsOf(sha256)).toMatchObject([{ detail: { characters: 199_999, isCut: true } }]);
    expect(await countFound('尾巴')).toBe(0);
  });

  it('stays found when the messages are parsed again', async () => {
    const sha256 = await sendFile(pdf());
    await make(sha256);
    const connections = await fixture.read<{ id: ConnectionId }>(
      tenantId,
      'SELECT connection_id AS id FROM hw.connections',
    );
    const runId = randomUUID() as RepairId;
    await inTenant(fixture.database, tenantId, async (tx) => {
      for (const { id: connectionId } of connections) {
        const run = { connectionId, work: 'reparse', cause: null, publickeyVer: null, among: 'all' } as const;
        await startRepair(tx, { ...run, runId, askedBy: null, now: fixture.clock.at });
      }
    });
    await reparseMessages(fixture.deps, tenantId, runId);
    expect(await countFound('单价三百')).toBe(1);
    expect(await countFound('合同.pdf')).toBe(1);
  });
});
