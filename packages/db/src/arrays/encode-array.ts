import type { UnixMs } from '@highwater/domain';

/**
 * Arrays as PostgreSQL's binary parameters: the driver sends a Buffer as it is, where it would write any other array as
 * text, element by element, for the server to parse again. The statement must name the type (`$1::uuid[]`), or the bytes
 * are read as another one.
 */
export const encodeArray = {
  /** `uuid[]`. */
  uuids: (values: readonly (string | null)[]): Buffer => encode(2950, values, writeUuid),
  /** `text[]`. NUL and lone surrogates do not fit: clean texts first. */
  texts: (values: readonly (string | null)[]): Buffer => encode(25, values, writeText),
  /** `bytea[]`. */
  bytes: (values: readonly (Uint8Array | null)[]): Buffer => encode(17, values, writeBytes),
  /** `boolean[]`. */
  booleans: (values: readonly boolean[]): Buffer => encode(16, values, writeBoolean),
  /** `int[]`, signed 32 bits. */
  ints: (values: readonly number[] | Int32Array): Buffer => encode(23, values, writeInt),
  /** `int[]` of all lists, one after the other. */
  intLists: (lists: readonly (readonly number[])[]): Buffer => encodeIntLists(lists),
  /** `bigint[]`, whole numbers up to 2^53. */
  bigints: (values: readonly number[]): Buffer => encode(20, values, writeBigint),
  /** `numeric[]`, from decimal digits without sign or point. */
  decimals: (values: readonly (string | null)[]): Buffer => encode(1700, values, writeDecimal),
  /** `timestamptz[]`. */
  times: (values: readonly UnixMs[]): Buffer => encode(1184, values, writeTime),
};

const HEADER_BYTES = 20;
const DIGITS = /^\d+$/;
const DASH = 0x2d;
/** PostgreSQL counts microseconds from 2000-01-01. */
const EPOCH_MS = 946_684_800_000;

/** A buffer that grows; `at` is where the next element begins. */
interface Out {
  bytes: Buffer;
  at: number;
}

type Write<Value> = (out: Out, value: Value) => void;

/** Dimensions, whether there are nulls, the element's type, length and first index; then each element behind its length. */
function encode<Value>(type: number, values: ArrayLike<Value | null>, write: Write<Value>): Buffer {
  const out = { bytes: Buffer.allocUnsafe(HEADER_BYTES + 24 * values.length), at: HEADER_BYTES };
  let hasNull = false;
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index];
    const start = out.at;
    reserve(out, 4);
    out.at += 4;
    if (value === null || value === undefined) {
      hasNull = true;
      out.bytes.writeInt32BE(-1, start);
      continue;
    }
    write(out, value);
    out.bytes.writeInt32BE(out.at - start - 4, start);
  }
  writeHeader(out.bytes, type, values.length, hasNull);
  return out.bytes.subarray(0, out.at);
}

function encodeIntLists(lists: readonly (readonly number[])[]): Buffer {
  const count = lists.reduce((sum, list) => sum + list.length, 0);
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + 8 * count);
  writeHeader(bytes, 23, count, false);
  let at = HEADER_BYTES;
  for (const list of lists) {
    for (const value of list) {
      at = bytes.writeInt32BE(4, at);
      at = bytes.writeInt32BE(value, at);
    }
  }
  return bytes;
}

function writeHeader(bytes: Buffer, type: number, count: number, hasNull: boolean): void {
  bytes.writeInt32BE(1, 0);
  bytes.writeInt32BE(hasNull ? 1 : 0, 4);
  bytes.writeInt32BE(type, 8);
  bytes.writeInt32BE(count, 12);
  bytes.writeInt32BE(1, 16);
}

function reserve(out: Out, size: number): void {
  if (out.at + size <= out.bytes.length) return;
  const grown = Buffer.allocUnsafe(Math.max(out.bytes.length * 2, out.at + size));
  out.bytes.copy(grown, 0, 0, out.at);
  out.bytes = grown;
}

function writeUuid(out: Out, uuid: string): void {
  if (uuid.length !== 36) throw new TypeError('not a UUID');
  reserve(out, 16);
  for (let at = 0; at < 36; at += 2) {
    // Groups of 8, 4, 4, 4 and 12 digits.
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (uuid.charCodeAt(at) !== DASH) throw new TypeError('not a UUID');
      at += 1;
    }
    out.bytes[out.at] = (digitOf(uuid.charCodeAt(at)) << 4) | digitOf(uuid.charCodeAt(at + 1));
    out.at += 1;
  }
}

function digitOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  if (letter >= 0x61 && letter <= 0x66) return letter - 0x57;
  throw new TypeError('not a UUID');
}

function writeText(out: Out, text: string): void {
  // A UTF-16 unit becomes at most three bytes.
  reserve(out, text.length * 3);
  out.at += out.bytes.write(text, out.at, 'utf8');
}

function writeBytes(out: Out, bytes: Uint8Array): void {
  reserve(out, bytes.length);
  out.bytes.set(bytes, out.at);
  out.at += bytes.length;
}

function writeBoolean(out: Out, value: boolean): void {
  reserve(out, 1);
  out.at = out.bytes.writeUInt8(value ? 1 : 0, out.at);
}

function writeInt(out: Out, value: number): void {
  reserve(out, 4);
  out.at = out.bytes.writeInt32BE(value, out.at);
}

function writeBigint(out: Out, value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError('not a whole number');
  const high = Math.floor(value / 2 ** 32);
  reserve(out, 8);
  out.at = out.bytes.writeInt32BE(high, out.at);
  out.at = out.bytes.writeUInt32BE(value - high * 2 ** 32, out.at);
}

function writeTime(out: Out, time: UnixMs): void {
  reserve(out, 8);
  out.at = out.bytes.writeBigInt64BE(BigInt(Math.round(time - EPOCH_MS)) * 1000n, out.at);
}

/** Digits to base 10,000: how many, the first one's power, sign, digits behind the point, then the digits. */
function writeDecimal(out: Out, text: string): void {
  if (!DIGITS.test(text)) throw new TypeError('not decimal digits');
  const padded = text.padStart(Math.ceil(text.length / 4) * 4, '0');
  const count = padded.length / 4;
  reserve(out, 8 + count * 2);
  out.at = out.bytes.writeInt16BE(count, out.at);
  out.at = out.bytes.writeInt16BE(count - 1, out.at);
  out.at = out.bytes.writeInt16BE(0, out.at);
  out.at = out.bytes.writeInt16BE(0, out.at);
  for (let at = 0; at < padded.length; at += 4) {
    out.at = out.bytes.writeInt16BE(Number(padded.slice(at, at + 4)), out.at);
  }
}
