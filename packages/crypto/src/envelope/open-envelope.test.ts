import { createCipheriv, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { readEnvelopeVectors } from './envelope-vectors.ts';
import { openEnvelope } from './open-envelope.ts';

const { vectors, negatives } = readEnvelopeVectors();
const ascii32 = fc.stringMatching(/^[A-Za-z0-9]{32}$/);

function seal(key: string | Uint8Array, data: Uint8Array): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  return Buffer.concat([iv, cipher.update(data), cipher.final()]).toString('base64');
}

function varint(field: number, value: number): number[] {
  const bytes = [field << 3];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

interface Parts {
  k1?: string | null;
  k2?: string;
  pre?: number;
  end?: number;
  noise?: number;
  /** Key info to use instead of the one made of the lengths. */
  info?: Uint8Array;
  body?: string;
  filler?: string;
}

/** An envelope of an inner text of 64 characters unless `plaintext` is longer; lengths may lie. */
function makeEnvelope(plaintext: Uint8Array, { filler = 'x', ...parts }: Parts = {}) {
  const { k1 = 'k'.repeat(32), k2 = 'K'.repeat(32), pre = 3, end = 5, noise = 2 } = parts;
  const inner = parts.body ?? seal((k1 ?? '').padEnd(32, '\0').slice(0, 32), plaintext);
  const at = Math.max(0, noise);
  const info =
    parts.info ??
    Uint8Array.from([
      ...(k1 === null ? [] : [10, k1.length, ...Buffer.from(k1)]),
      ...varint(2, pre),
      ...varint(3, end),
      ...varint(4, noise),
    ]);
  const fill = (count: number) => filler.repeat(Math.max(0, count));
  return {
    encryptKey: seal(k2, info),
    message: `${'0'.repeat(13)}${k2}${fill(pre)}${inner.slice(0, at)}${fill(noise)}${inner.slice(at)}${fill(end)}`,
  };
}

function failureOf(open: () => unknown): { fault: string; code: unknown } {
  try {
    open();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    return { fault: error.fault, code: error.detail['code'] };
  }
  throw new Error('it opened');
}

describe('openEnvelope', () => {
  it.each(vectors)('opens $name to exactly its plaintext', (vector) => {
    const plaintext = openEnvelope(vector.encrypt_key, vector.encrypt_chat_msg);
    expect(Buffer.from(plaintext).equals(Buffer.from(vector.plaintext, 'utf8'))).toBe(true);
  });

  it.each(negatives)('fails with code $code for a $name', (negative) => {
    const fault = negative.code === 10008 ? 'key.wrong' : 'envelope.unreadable';
    expect(failureOf(() => openEnvelope(negative.encrypt_key, negative.encrypt_chat_msg))).toEqual({
      fault,
      code: negative.code,
    });
  });

  it('opens envelopes of any lengths, keys and bytes', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        ascii32,
        ascii32,
        fc.nat(200),
        fc.nat(200),
        fc.integer({ min: 1, max: 44 }),
        (plaintext, k1, k2, pre, end, noise) => {
          const { encryptKey, message } = makeEnvelope(plaintext, { k1, k2, pre, end, noise });
          expect(Buffer.from(openEnvelope(encryptKey, message)).equals(plaintext)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('opens 5 MB', () => {
    const plaintext = Buffer.alloc(5_000_000, '长');
    const { encryptKey, message } = makeEnvelope(plaintext);
    expect(plaintext.equals(openEnvelope(encryptKey, message))).toBe(true);
  });

  it('counts lengths in bytes when the noise is not ASCII', () => {
    const { encryptKey, message } = makeEnvelope(Buffer.from('你好'), { pre: 3, end: 6, noise: 3 });
    const odd = message.slice(0, 45) + '噪' + message.slice(48, 51) + '音' + message.slice(54, -6) + '噪音';
    expect(Buffer.from(openEnvelope(encryptKey, odd)).toString()).toBe('你好');
  });

  it('pads a short inner key with zeros and cuts a long one', () => {
    for (const k1 of ['short', 'long'.repeat(12)]) {
      const { encryptKey, message } = makeEnvelope(Buffer.from('{}'), { k1 });
      expect(Buffer.from(openEnvelope(encryptKey, message)).toString()).toBe('{}');
    }
  });

  it('ignores unknown fields of the key info', () => {
    const unknown = [...varint(9, -1), 58, 1, 7, 65, 1, 2, 3, 4, 5, 6, 7, 8, 69, 1, 2, 3, 4];
    const k1 = [10, 32, ...Buffer.from('k'.repeat(32))];
    const info = Uint8Array.from([...k1, ...unknown, ...varint(2, 3), ...varint(3, 5), ...varint(4, 2)]);
    const { encryptKey, message } = makeEnvelope(Buffer.from('{}'), { info });
    expect(Buffer.from(openEnvelope(encryptKey, message)).toString()).toBe('{}');
  });

  it.each(['', '123456789012', '1234567890123', 'x'.repeat(44)])('refuses a message too short (%#)', (message) => {
    const { encryptKey } = makeEnvelope(Buffer.from('{}'));
    expect(failureOf(() => openEnvelope(encryptKey, message))).toEqual({ fault: 'envelope.unreadable', code: 10008 });
  });

  it.each([
    ['empty', () => ''],
    ['without =', (key: string) => key.replaceAll('=', '')],
    ['with a space', (key: string) => `${key} `],
    ['url-safe', (key: string) => `-_${key.slice(2)}`],
    ['of 16 bytes', () => Buffer.alloc(16).toString('base64')],
    ['not of whole blocks', () => Buffer.alloc(63).toString('base64')],
  ])('says wrong key for an encrypt_key that is %s', (_, change) => {
    const { encryptKey, message } = makeEnvelope(Buffer.from('{}'));
    expect(failureOf(() => openEnvelope(change(encryptKey), message))).toEqual({ fault: 'key.wrong', code: 10008 });
  });

  const inner64 = Buffer.from('inner of some length, so that lengths can lie about it');
  it.each<[string, Parts, number]>([
    ['empty key info', { info: new Uint8Array(0) }, 10005],
    ['key info that is no protobuf', { info: Uint8Array.of(255, 255, 255) }, 10005],
    ['key info that ends early', { info: Uint8Array.of(10, 32, 1, 2) }, 10005],
    ['no noise', { noise: 0 }, 10005],
    ['negative noise', { noise: -1 }, 10005],
    ['noise of half the message', { noise: 500, filler: '' }, 10005],
    ['a negative start', { pre: -1 }, 10005],
    ['a start behind the end', { pre: 100_000, filler: '' }, 10005],
    ['a negative end', { end: -1 }, 10005],
    ['an end before the start', { end: 100_000, filler: '' }, 10005],
    ['less text than noise', { pre: 14, noise: 20, body: 'abc', filler: '', end: 0 }, 10005],
    ['no inner key', { k1: null, body: seal('k'.repeat(32), inner64) }, 10006],
    ['a body that is too short', { body: Buffer.alloc(16).toString('base64') }, 10006],
    ['a body with a newline', { body: `${seal('k'.repeat(32), inner64)}\n` }, 10006],
    ['a body under another key', { body: seal('j'.repeat(32), inner64) }, 10006],
  ])('calls the envelope unreadable for %s', (_, parts, code) => {
    const { encryptKey, message } = makeEnvelope(inner64, parts);
    expect(failureOf(() => openEnvelope(encryptKey, message))).toEqual({ fault: 'envelope.unreadable', code });
  });

  it('throws nothing but its two faults, whatever it is given', () => {
    const k2 = 'K'.repeat(32);
    const anyInfo = fc.uint8Array({ maxLength: 60 }).map((info) => seal(k2, info));
    const anyMessage = fc.string({ maxLength: 200 }).map((rest) => `${'0'.repeat(13)}${k2}${rest}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), anyInfo), fc.oneof(fc.string(), anyMessage), (encryptKey, message) => {
        expect(['key.wrong', 'envelope.unreadable']).toContain(
          failureOf(() => openEnvelope(encryptKey, message)).fault,
        );
      }),
      { numRuns: 500 },
    );
  });
});
