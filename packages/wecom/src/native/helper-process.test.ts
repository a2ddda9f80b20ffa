import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { FaultError } from '@highwater/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeRequest, REQUEST } from './frames.ts';
import { OWN_CODES } from './lease-helper.ts';
import { COMPILERS, MISSING_COMPILERS } from './testing/compilers.ts';
import { placeStandIn } from './testing/place-stand-in.ts';
import { runRawHelper } from './testing/run-raw-helper.ts';
import { IS_ROOT, NOBODY, startStandInHelper } from './testing/start-stand-in-helper.ts';

interface Vector {
  readonly name: string;
  readonly encrypt_key: string;
  readonly encrypt_chat_msg: string;
  readonly plaintext?: string;
  readonly code?: number;
}
const { vectors, negatives }: { vectors: Vector[]; negatives: Vector[] } = JSON.parse(
  readFileSync(new URL('../../../crypto/fixtures/envelope-vectors.json', import.meta.url), 'utf8'),
);

const SECRET = 'secret-of-the-corp-0123456789-abcdef';
const LIMIT_MS = 5000;
const NOWHERE = 'http://127.0.0.1:1';

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

async function faultOf(call: Promise<unknown>): Promise<FaultError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof FaultError) return error;
  throw new Error('no FaultError was thrown', { cause: error });
}

async function start() {
  const it = await startStandInHelper();
  const { helper } = it;
  return {
    ...it,
    init: (corpId = 'ww0123456789abcdef') => helper.call(REQUEST.init, [corpId, SECRET], LIMIT_MS),
    chat: (limitMs = LIMIT_MS) => helper.call(REQUEST.chat, [0n, 1, NOWHERE, '', 1], limitMs),
    decrypt: (key: string, message: string) => helper.call(REQUEST.decrypt, [key, message], LIMIT_MS),
  };
}

it.each(MISSING_COMPILERS)('nothing of this ran: there is no %s here', () => {
  expect(COMPILERS).toEqual([]);
});

describe.each(COMPILERS)('the helper compiled by %s', { timeout: 60_000 }, () => {
  describe('opening envelopes', () => {
    it('gives the exact plaintext of every vector and the stated code of every other', async () => {
      await using it = await start();
      expect(vectors.length + negatives.length).toBe(23);
      for (const vector of vectors) {
        const answer = await it.decrypt(vector.encrypt_key, vector.encrypt_chat_msg);
        expect([vector.name, answer.code, text(answer.bytes)]).toEqual([vector.name, 0, vector.plaintext]);
      }
      for (const vector of negatives) {
        const answer = await it.decrypt(vector.encrypt_key, vector.encrypt_chat_msg);
        expect([vector.name, answer.code, answer.bytes.length]).toEqual([vector.name, vector.code, 0]);
      }
    });

    it('never shows the library a message that it would abort on', async () => {
      await using it = await start();
      const { encrypt_key: key, encrypt_chat_msg: message } = vectors[0] ?? { encrypt_key: '', encrypt_chat_msg: '' };
      for (const length of [0, 1, 12, 13, 44, 45, 89]) {
        expect((await it.decrypt(key, message.slice(0, length))).code).toBe(OWN_CODES.tooShort);
      }
      expect((await it.decrypt(key, message.slice(0, 90))).code).toBeGreaterThan(10_000);
      expect((await it.decrypt(key, `${message}\0`)).code).toBe(OWN_CODES.refused);
      expect((await it.decrypt(key, message)).code).toBe(0);
    });

    it('takes 5 MB at once', async () => {
      await using it = await start();
      await it.standIn.control('DecryptData.code 10006');
      expect((await it.decrypt('k', 'm'.repeat(7_000_000))).code).toBe(10_006);
      await it.init();
      await it.standIn.control(`GetChatData.body ${'b'.repeat(60_000)}`);
      expect((await it.chat()).bytes.length).toBe(60_000);
    });
  });

  describe('the handle', () => {
    it('is one: a second Init is refused, and so is a call before the first', async () => {
      await using it = await start();
      expect((await it.chat()).code).toBe(OWN_CODES.order);
      expect((await it.init('')).code).toBe(10_000);
      expect((await it.init()).code).toBe(0);
      expect((await it.init()).code).toBe(OWN_CODES.order);
      await it.standIn.control('GetChatData.report 1');
      expect(JSON.parse(text((await it.chat()).bytes))).toMatchObject({ handles: 1, corpid: 'ww0123456789abcdef' });
    });

    it('never gets a limit, timeout or proxy that the library must not see', async () => {
      await using it = await start();
      await it.init();
      await it.standIn.control('GetChatData.body never');
      for (const [limit, proxy, timeout] of [
        [0, NOWHERE, 1],
        [1001, NOWHERE, 1],
        [1, NOWHERE, 0],
        [1, NOWHERE, 0x8000_0000],
        [1, '', 1],
        [1, 'http://a\0b', 1],
      ] as const) {
        const answer = await it.helper.call(REQUEST.chat, [0n, limit, proxy, '', timeout], LIMIT_MS);
        expect(answer.code).toBe(OWN_CODES.refused);
      }
      expect(text((await it.chat()).bytes)).toBe('never');
    });

    it('frees every slice and media object, also when the call fails', async () => {
      await using it = await start();
      await it.init();
      const media = () => it.helper.call(REQUEST.media, ['', 'file', NOWHERE, '', 1], LIMIT_MS);
      for (const code of [0, 10_001]) {
        await it.standIn.control(`GetChatData.code ${code}`, `GetMediaData.code ${code}`, 'GetMediaData.body x');
        await media();
        await it.chat();
        await it.decrypt('k', 'm'.repeat(100));
      }
      await it.standIn.control('GetChatData.report 1');
      // The slice of the report itself is the one in use.
      expect(JSON.parse(text((await it.chat()).bytes))).toMatchObject({ slices: 1, media: 0, pieces: 2, chats: 3 });
    });

    it('leaves the answer empty when the library fails, whatever it wrote before', async () => {
      await using it = await start();
      await it.init();
      await it.standIn.control('GetChatData.body first');
      expect(text((await it.chat()).bytes)).toBe('first');
      await it.standIn.control('GetChatData.code 10009');
      expect(await it.chat()).toMatchObject({ code: 10_009, bytes: Buffer.alloc(0) });
    });
  });

  describe('a library that misbehaves', () => {
    it.each([
      ['segv', 'SIGSEGV'],
      ['abort', 'SIGABRT'],
    ])('and dies by %s is helper.died, at once and ever after', async (how, signal) => {
      await using it = await start();
      await it.init();
      await it.standIn.control(`GetChatData.crash ${how}`);
      const error = await faultOf(it.chat());
      expect([error.fault, error.detail]).toEqual(['helper.died', { signal }]);
      expect(it.helper.isAlive).toBe(false);
      expect((await faultOf(it.chat())).fault).toBe('helper.died');
    });

    it('and hangs is killed at the limit', async () => {
      await using it = await start();
      await it.init();
      await it.standIn.control('GetChatData.hang 1');
      const error = await faultOf(it.chat(200));
      expect([error.fault, error.detail]).toEqual(['helper.timed_out', { ms: 200 }]);
      await it.helper.ended;
    });

    it('and prints disturbs nothing: stdout is nowhere, of stderr only the length is kept', async () => {
      await using it = await start();
      await it.init();
      await it.standIn.control(
        'GetChatData.print {"errcode":0}',
        'GetChatData.print_bytes 200000',
        'GetChatData.body x',
      );
      expect(text((await it.chat()).bytes)).toBe('x');
      expect(text((await it.chat()).bytes)).toBe('x');
      await expect.poll(() => it.helper.strayBytes).toBe(400_000);
    });

    it('and leaks is seen by its memory', async () => {
      await using it = await start();
      const before = (await it.init()).memoryBytes;
      expect(before).toBeGreaterThan(1_000_000);
      await it.standIn.control('GetChatData.leak_bytes 30000000', 'GetChatData.body x');
      expect((await it.chat()).memoryBytes - before).toBeGreaterThan(25_000_000);
    });

    it('and hangs at the end is killed after its grace', async () => {
      await using it = await start();
      await it.init();
      await it.standIn.control('DestroySdk.hang 1');
      await it.helper.end(100);
      expect(it.helper.isAlive).toBe(false);
    });

    it('and is none is library.refused', async () => {
      await using standIn = await placeStandIn();
      expect(await runRawHelper(`${standIn.folder}/control`, Buffer.alloc(0))).toMatchObject({ code: 72 });
      expect(await runRawHelper('/lib64/ld-linux-x86-64.so.2', Buffer.alloc(0))).toMatchObject({ signal: null });
    });
  });

  describe('confinement', () => {
    const show = (pid: number | undefined, file: string) => readFileSync(`/proc/${pid}/${file}`, 'latin1');

    it('keeps secrets out of arguments and environment while a call runs', async () => {
      await using it = await start();
      await it.init();
      await it.standIn.control('GetChatData.hang 1');
      const call = faultOf(it.chat());
      const { pid } = it.helper;
      expect(show(pid, 'cmdline').split('\0').slice(1)).toEqual([
        String(process.pid),
        IS_ROOT ? `${NOBODY.uid}:${NOBODY.gid}` : '-',
        '',
      ]);
      if (IS_ROOT) expect(show(pid, 'environ')).toBe('');
      else expect(() => show(pid, 'environ')).toThrow('EACCES');
      await it.helper.kill();
      expect((await call).fault).toBe('helper.died');
    });

    it('has no core, no new privileges, nobody who may look into it, and few files', async () => {
      await using it = await start();
      await it.init();
      const { pid } = it.helper;
      expect(show(pid, 'limits')).toMatch(/^Max core file size\s+0\s+0\s/m);
      expect(show(pid, 'limits')).toMatch(/^Max open files\s+64\s+64\s/m);
      expect(show(pid, 'limits')).toMatch(/^Max file size\s+0\s+0\s/m);
      expect(show(pid, 'status')).toMatch(/^NoNewPrivs:\s+1$/m);
      // What is not dumpable belongs to root in /proc, whoever runs it.
      expect(statSync(`/proc/${pid}/environ`).uid).toBe(0);
      if (IS_ROOT) {
        expect(show(pid, 'status')).toMatch(/^Uid:\s+65534\s+65534\s+65534\s+65534$/m);
        expect(show(pid, 'status')).toMatch(/^Gid:\s+65534\s+65534\s+65534\s+65534$/m);
        expect(show(pid, 'status')).toMatch(/^Groups:\s*$/m);
        expect(show(pid, 'status')).toMatch(/^CapEff:\s+0+$/m);
      }
    });

    it('ends with its parent, also inside a call that never returns', async () => {
      const script = fileURLToPath(new URL('./testing/hold-helper.ts', import.meta.url));
      const parent = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
      const gone = new Promise<void>((resolve) => void parent.once('close', () => resolve()));
      const line = await new Promise<string>((resolve) => {
        createInterface({ input: parent.stdout }).once('line', resolve);
      });
      parent.kill('SIGKILL');
      const { pid, folder }: { pid: number; folder: string } = JSON.parse(line);
      await gone;
      await expect.poll(() => isRunning(pid)).toBe(false);
      await rm(folder, { recursive: true });
    });

    it('refuses a parent that is not its own, and arguments that are none', async () => {
      await using standIn = await placeStandIn();
      const codeOf = async (...args: string[]) => (await runRawHelper(standIn.path, Buffer.alloc(0), args)).code;
      expect(await codeOf('1', '-')).toBe(75);
      for (const args of [
        [],
        ['-'],
        ['0', '-'],
        [`${process.pid}`],
        [`${process.pid}`, '0:0'],
        [`${process.pid}`, 'x'],
      ]) {
        expect(await codeOf(...args)).toBe(64);
      }
      if (!IS_ROOT) expect(await codeOf(`${process.pid}`, '65534:65534')).toBe(71);
    });
  });

  describe('frames that nobody sends', () => {
    const ping = encodeRequest(REQUEST.ping, 1, []);
    const longer = (bytes: Buffer) => Buffer.concat([Buffer.from([0, 0, 0, bytes.length]), bytes]);

    it.each([
      ['nothing', Buffer.alloc(0), 0],
      ['a ping', ping, 0],
      ['two pings', Buffer.concat([ping, ping]), 0],
      ['half a length', Buffer.from([0, 0]), 82],
      ['a length of 4', Buffer.from([0, 0, 0, 4, 1, 0, 0, 0]), 80],
      ['a length beyond 64 MiB', Buffer.from([4, 0, 0, 1]), 81],
      ['a cut frame', ping.subarray(0, 7), 82],
      ['type 0', longer(Buffer.from([0, 0, 0, 0, 1])), 83],
      ['type 6', longer(Buffer.from([6, 0, 0, 0, 1])), 83],
      ['a ping with more', longer(Buffer.from([1, 0, 0, 0, 1, 0])), 85],
      ['an init with no field', longer(Buffer.from([2, 0, 0, 0, 1])), 85],
      ['an init with half a field', longer(Buffer.from([2, 0, 0, 0, 1, 0, 0])), 84],
      ['a field beyond its frame', longer(Buffer.from([2, 0, 0, 0, 1, 255, 255, 255, 255, 65])), 84],
      ['a chat with a short seq', encodeRequest(REQUEST.chat, 1, [0, 1, NOWHERE, '', 1]), 86],
      ['a chat with one field more', encodeRequest(REQUEST.chat, 1, [0n, 1, NOWHERE, '', 1, 1]), 85],
    ])('%s: ends with its own code', async (_, input, code) => {
      await using standIn = await placeStandIn();
      expect(await runRawHelper(standIn.path, input)).toMatchObject({ code, signal: null });
    });

    it('any bytes end it by itself, with a code that says why', async () => {
      await using standIn = await placeStandIn();
      const request = fc
        .tuple(fc.constantFrom(...Object.values(REQUEST)), fc.array(fc.string({ maxLength: 12 }), { maxLength: 6 }))
        .map(([type, fields]) => encodeRequest(type, 1, fields));
      const spoiled = fc
        .tuple(request, fc.nat(40), fc.nat(255))
        .map(([frame, place, byte]) => frame.fill(byte, place % frame.length, (place % frame.length) + 1));
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 80 }), spoiled), async (input) => {
          const { code, signal } = await runRawHelper(standIn.path, input);
          expect(signal).toBeNull();
          expect([0, 80, 81, 82, 83, 84, 85, 86]).toContain(code);
        }),
        { numRuns: 60 },
      );
    }, 30_000);
  });
});

/** A zombie that nobody collects is not running. */
function isRunning(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false;
  return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
}
