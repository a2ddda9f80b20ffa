import { createHash } from 'node:crypto';
import { FaultError } from '@highwater/domain';
import type { MessageBody } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MESSAGE_SCHEMA } from './message-schema.ts';
import { fileText, sourceOf, unpack } from './testing/read-package.ts';
import {
  conversation,
  each,
  fileBody,
  MORNING,
  packInMemory,
  sampleAbout,
  sampleMessage,
  storedFile,
  text,
} from './testing/sample-package.ts';
import { verifyPackage } from './verify-package.ts';
import { readZip } from './read-zip.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const picture = Buffer.from('a small picture');
const MONTH = 'messages/王芳-张总_单聊_a1b2/2026-11.jsonl';

describe('a package', () => {
  it('has the layout that its README tells of and verifies', async () => {
    const stored = storedFile('m1', sha256(picture), '报价单.pdf', picture.byteLength);
    const { zip, summary } = await packInMemory({
      conversations: each([
        conversation('王芳-张总', [
          sampleMessage(text('您好')),
          sampleMessage(fileBody('报价单.pdf'), { media: [stored] }),
        ]),
      ]),
      openMedia: () => each([picture]),
    });
    const files = await unpack(zip);
    expect([...files.keys()]).toEqual([
      MONTH,
      `media/${sha256(picture).slice(0, 2)}/${sha256(picture).slice(0, 32)}.pdf`,
      'media.jsonl',
      'missing.csv',
      'conversations.json',
      'people.json',
      'schema/message.schema.json',
      'README.zh.txt',
      'README.en.txt',
      'manifest.json',
      'SHA256SUMS',
    ]);
    for (const line of fileText(files, 'SHA256SUMS').trimEnd().split('\n')) {
      const [sum, path] = line.split('  ');
      expect(sha256(files.get(path ?? '') ?? Buffer.alloc(0))).toBe(sum);
    }
    expect(await verifyPackage(readZip(sourceOf(zip)))).toEqual({
      holds: true,
      problems: [],
      messages: 2,
      mediaFiles: 1,
      missing: 0,
    });
    expect(summary).toMatchObject({ messages: 2, conversations: 1, people: 1, mediaFiles: 1, bytes: zip.byteLength });
    expect(summary.manifestSha256).toBe(sha256(files.get('manifest.json') ?? Buffer.alloc(0)));
    expect(fileText(files, 'README.zh.txt')).toContain('范围    2026-11-21 00:00:00 至 2026-11-22 00:00:00（不含）');
    expect(fileText(files, 'README.en.txt')).toContain(
      'everything WeCom returned up to seq 3218404 at 2026-11-22 08:59:00',
    );
    expect(JSON.parse(fileText(files, 'media.jsonl'))).toMatchObject({ file_name: '报价单.pdf', reason: null });
  });

  it('writes each message as one line that its schema describes', async () => {
    const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(MESSAGE_SCHEMA)));
    const bodies: MessageBody[] = [
      text('第一行\n第二行 \u0000 nul \ud800 \u2028'),
      { kind: 'revoke', preMsgid: 'msg_1' },
      { kind: 'unknown', sourceType: 'new', reason: 'type', raw: '{"a":1}', fields: [], media: [], rest: 0 },
      {
        kind: 'chatrecord',
        title: '聊天记录',
        items: [{ sentAt: 1, fromRoom: null, sourceType: 'X', body: text('内') }],
      },
    ];
    const { zip } = await packInMemory({
      conversations: each([
        conversation(
          '王芳-张总',
          bodies.map((body) =>
            sampleMessage(body, { recalledAt: MORNING + 5, plaintext: '{"n":12345678901234567890}' }),
          ),
        ),
      ]),
    });
    const lines = fileText(await unpack(zip), MONTH)
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(() => schema.parse(line)).not.toThrow();
    expect(lines[0]).toMatchObject({
      seq: expect.stringMatching(/^90071992547409\d\d$/),
      sent_at: MORNING,
      sent_at_local: '2026-11-21T10:00:00.000+08:00[Asia/Shanghai]',
      recalled_at_local: '2026-11-21T10:00:00.005+08:00[Asia/Shanghai]',
      body: { text: '第一行\n第二行 \u0000 nul \ud800 \u2028' },
      written_as: { wangfang: 'WangFang' },
      original: '{"n":12345678901234567890}',
    });
    expect(lines[3]).toMatchObject({ body: { items: [{ sent_at: 1, source_type: 'X' }] } });
  });

  it('is the same bytes for the same request', async () => {
    const message = sampleMessage(text('同'));
    const once = await packInMemory({ conversations: each([conversation('甲', [message])]) });
    const again = await packInMemory({ conversations: each([conversation('甲', [message])]) });
    expect(again.zip.equals(once.zip)).toBe(true);
  });

  it('splits a conversation by months of the tenant zone, oldest first', async () => {
    const lastOfNovember = Date.UTC(2026, 10, 30, 15, 59, 59);
    const { zip } = await packInMemory({
      conversations: each([
        conversation('王芳-张总', [
          sampleMessage(text('11'), { sentAt: lastOfNovember }),
          sampleMessage(text('12'), { sentAt: lastOfNovember + 1000 }),
        ]),
      ]),
    });
    const files = await unpack(zip);
    expect(fileText(files, MONTH)).toContain('"text":"11"');
    expect(fileText(files, MONTH.replace('-11', '-12'))).toContain('"text":"12"');
    expect(JSON.parse(fileText(files, 'conversations.json'))).toMatchObject([
      { messages: 2, first_sent_at_local: '2026-11-30T23:59:59.000+08:00[Asia/Shanghai]', files: { length: 2 } },
    ]);
  });

  it('refuses messages out of order', async () => {
    const messages = [sampleMessage(text('b'), { sentAt: MORNING }), sampleMessage(text('a'), { sentAt: MORNING - 1 })];
    await expect(packInMemory({ conversations: each([conversation('甲', messages)]) })).rejects.toThrow('out of order');
  });

  it('holds a file once that was sent twice, and empty files', async () => {
    const empty = Buffer.alloc(0);
    const opened: string[] = [];
    const { zip, summary } = await packInMemory({
      conversations: each([
        conversation('甲', [
          sampleMessage(fileBody('一.jpg'), { media: [storedFile('m1', sha256(picture), '一.jpg')] }),
          sampleMessage(fileBody('二.jpeg'), { media: [storedFile('m2', sha256(picture), '二.jpeg')] }),
          sampleMessage(fileBody('空.txt'), { media: [storedFile('m3', sha256(empty), '空.txt', 0)] }),
        ]),
      ]),
      openMedia: (id) => {
        opened.push(id);
        return each([id === 'm3' ? empty : picture]);
      },
    });
    expect(opened).toEqual(['m1', 'm3']);
    expect(summary).toMatchObject({ mediaFiles: 2, mediaUses: 3, mediaBytes: picture.byteLength });
    expect((await verifyPackage(readZip(sourceOf(zip)))).problems).toEqual([]);
    const names = fileText(await unpack(zip), 'media.jsonl').match(/"file_name":"[^"]+"/g);
    expect(names).toEqual(['"file_name":"一.jpg"', '"file_name":"二.jpeg"', '"file_name":"空.txt"']);
  });

  it('completes with a reason for each file that is absent, lost or damaged', async () => {
    const absent = { ...storedFile('m1', '', 'old.amr'), state: 'absent', reason: 'media.expired' } as const;
    const { zip, summary } = await packInMemory({
      conversations: each([
        conversation('甲', [
          sampleMessage(fileBody('a'), { media: [absent] }),
          sampleMessage(fileBody('b'), { media: [storedFile('lost', sha256(Buffer.from('x')), 'b')] }),
          sampleMessage(fileBody('c'), { media: [storedFile('damaged', sha256(Buffer.from('y')), 'c')] }),
        ]),
      ]),
      openMedia: (id) => {
        if (id === 'lost') throw new FaultError('object.missing');
        return each([Buffer.from('not y')]);
      },
    });
    expect(summary).toMatchObject({ mediaFiles: 0, missing: 3 });
    const csv = fileText(await unpack(zip), 'missing.csv');
    expect(csv.startsWith('\ufeffmessage_id,')).toBe(true);
    expect(csv).toContain('media.expired,取到之前已超过企业微信的保留期,WeCom dropped the file');
    expect(csv).toContain('object.missing,');
    expect(csv).toContain('object.damaged,');
    expect((await verifyPackage(readZip(sourceOf(zip)))).problems).toEqual([]);
  });

  it('passes other errors of storage on and closes what it reads from', async () => {
    let closed = false;
    async function* messages() {
      try {
        yield sampleMessage(fileBody('a'), { media: [storedFile('m1', sha256(picture), 'a')] });
        yield sampleMessage(text('b'));
        throw new FaultError('database.unavailable');
      } finally {
        closed = true;
      }
    }
    const broken = packInMemory({ conversations: each([conversation('甲', messages())]) });
    await expect(broken).rejects.toMatchObject({ fault: 'database.unavailable' });
    expect(closed).toBe(true);
  });

  it('keeps hostile names inside the package and out of formulas', async () => {
    const evil = '../../etc/passwd\u0000\u202e=cmd|calc.exe';
    const { zip } = await packInMemory({
      conversations: each([
        conversation(evil, [
          sampleMessage(fileBody(evil), { media: [storedFile('m1', sha256(picture), evil)] }),
          sampleMessage(fileBody('=1+1'), {
            media: [{ ...storedFile('m2', '', '=HYPERLINK("http://x")'), state: 'absent', reason: 'media.pending' }],
          }),
        ]),
        conversation(`${'很长的名字'.repeat(80)}🧑‍🌾`, [sampleMessage(text('x'))], 'a1b2c3d4-1'),
        conversation('CON', [sampleMessage(text('x'))], 'ffff0000-1'),
        conversation('同名', [sampleMessage(text('x'))], 'ffff0000-2'),
        conversation('同名', [sampleMessage(text('x'))], 'ffff0000-3'),
      ]),
      openMedia: () => each([picture]),
    });
    const files = await unpack(zip);
    for (const path of files.keys()) {
      expect(path.length).toBeLessThan(120);
      expect(path).not.toMatch(/\.\.|[\p{Cc}\p{Cf}<>:"|?*\\]|^\/|\.exe$/u);
      for (const part of path.split('/')) expect(Buffer.byteLength(part)).toBeLessThan(255);
    }
    expect(new Set(files.keys()).size).toBe(files.size);
    expect([...files.keys()]).toContain('messages/_CON_单聊_ffff/2026-11.jsonl');
    expect(fileText(files, 'missing.csv')).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect((await verifyPackage(readZip(sourceOf(zip)))).problems).toEqual([]);
  });

  it('lets no file id out, wherever it stood', async () => {
    const id = 'CiA0YjI4ZTRiNzc3ZTUz/Zjk3MTI4OTU0OTg2YmNlYTkxYRI4Tk+RkZk=';
    const plaintext = JSON.stringify({
      file: { sdkfileid: id },
      chatrecord: { item: [{ content: JSON.stringify({ sdkfileid: id, inner: JSON.stringify({ sdkfileid: id }) }) }] },
    }).replaceAll('/', '\\/');
    const { zip } = await packInMemory({
      conversations: each([conversation('甲', [sampleMessage(fileBody('a', id), { plaintext })])]),
    });
    for (const [path, bytes] of await unpack(zip)) {
      expect(bytes.includes('CiA0YjI4'), path).toBe(false);
      expect(bytes.includes('Zjk3MTI4'), path).toBe(false);
    }
  });

  it('is empty but whole when nothing was selected', async () => {
    const { zip } = await packInMemory({
      conversations: each([]),
      about: { ...sampleAbout, language: 'en' },
      people: [],
    });
    expect(await verifyPackage(readZip(sourceOf(zip)))).toMatchObject({ holds: true, messages: 0 });
  });
});
