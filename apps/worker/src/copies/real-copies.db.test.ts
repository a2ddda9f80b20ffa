import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createObjectSealer, objectPlace, openFileText, openObject } from '@highwater/crypto';
import { beginContent, finishContent, inTenant, listCopies } from '@highwater/db';
import type { CopyMaker, TenantId } from '@highwater/domain';
import { COPIES_VERSION, createCopyMaker, sniffContentType } from '@highwater/media';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createChainFixture, type ChainFixture } from '../testing/chain-fixture.ts';
import { makeCopies } from './make-copies.ts';

let fixture: ChainFixture;
let maker: CopyMaker;
let tenantId: TenantId;

beforeAll(async () => {
  fixture = await createChainFixture(inject('superuser'));
  tenantId = await fixture.makeTenant();
  maker = createCopyMaker({});
});
afterAll(async () => {
  await maker.close();
  await fixture.close();
});

/** A stored content, looked after by the maker that production has. */
async function copy(bytes: Buffer, extension: string | null) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const objectName = `media/${randomUUID()}`;
  const objectKey = await fixture.deps.tenantKeys.subkey(tenantId, 'object');
  const seal = createObjectSealer(objectKey, objectPlace(tenantId, objectName));
  await fixture.objects.put(objectName, seal(once(bytes)));
  const contentType = sniffContentType(bytes, extension);
  const content = { sha256, objectName, size: bytes.length, md5: '', contentType };
  await inTenant(fixture.database, tenantId, async (tx) => {
    await beginContent(tx, content, fixture.clock.at);
    await finishContent(tx, sha256, fixture.clock.at);
  });
  await makeCopies({ ...fixture.deps, copies: { maker, version: COPIES_VERSION } }, { tenantId, sha256 });
  return { sha256, copies: await inTenant(fixture.database, tenantId, (tx) => listCopies(tx, [sha256])) };
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function openCopy(objectName: string): Promise<Buffer> {
  const key = await fixture.deps.tenantKeys.subkey(tenantId, 'object');
  const parts: Uint8Array[] = [];
  for await (const part of openObject(key, objectPlace(tenantId, objectName), await fixture.objects.get(objectName)))
    parts.push(part);
  return Buffer.concat(parts);
}

it('a voice becomes a sound that browsers play, of its length', async () => {
  const voice = readFileSync(
    new URL('../../../../packages/wecom-simulator/fixtures/voices/nb-475-dtx.amr', import.meta.url),
  );
  const { copies } = await copy(voice, 'amr');
  const [audio] = copies;
  expect(audio).toMatchObject({ copy: 'audio', state: 'made', contentType: 'audio/wav' });
  expect(audio?.detail.seconds).toBeCloseTo(4, 1);
  expect(audio?.detail.peaks?.length).toBeGreaterThan(50);
  const sound = await openCopy(audio?.objectName ?? '');
  expect(sound.subarray(0, 4).toString()).toBe('RIFF');
  expect(String(sound.length)).toBe(audio?.size);
});

it('a text file becomes text that is found', async () => {
  const { sha256, copies } = await copy(Buffer.from('二〇二六年度采购计划'), 'txt');
  expect(copies).toMatchObject([{ copy: 'text', state: 'made', detail: { characters: 10, isCut: false } }]);
  const [row] = await fixture.read<{ text: Buffer }>(
    tenantId,
    'SELECT text_sealed AS text FROM hw.media_copies WHERE sha256 = $1',
    [sha256],
  );
  const key = await fixture.deps.tenantKeys.subkey(tenantId, 'plaintext');
  expect(openFileText(key, tenantId, sha256, row?.text ?? Buffer.alloc(0))).toBe('二〇二六年度采购计划');
});

it('what only begins like its type is left without a copy, and what comes next has its own', async () => {
  const { copies } = await copy(Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(500, 0xff)]), 'amr');
  expect(copies).toMatchObject([{ copy: 'audio', state: 'absent', fault: 'copy.unreadable' }]);
  const next = await copy(Buffer.from('下一个文件'), 'txt');
  expect(next.copies).toMatchObject([{ copy: 'text', state: 'made' }]);
});
