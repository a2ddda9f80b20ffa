import { hash } from 'node:crypto';
import type { Seq } from '@highwater/domain';
import { isObject, type Json } from '../parse/json.ts';

/** One sealed message as a page holds it. Fields that WeCom left out are empty or 0: such an envelope is kept, not refused. */
export interface Envelope {
  readonly seq: Seq;
  /** Empty when absent. Not unique: one message may come under several seq. */
  readonly msgid: string;
  /** Which public key sealed it; 0 when absent. */
  readonly publickeyVer: number;
  readonly encryptRandomKey: string;
  readonly encryptChatMsg: string;
  /** Hex, over the five fields: the same envelope always has the same, whatever the page's spacing and order. */
  readonly sha256: string;
}

const LARGEST_SEQ = 2n ** 64n - 1n;
const LARGEST_VERSION = 2 ** 32 - 1;

/**
 * An entry of a page. Undefined when it has no usable seq. A field that is not what it should be counts as absent, so
 * that the entry costs itself only; its hash is then over the entry as it came.
 */
export function readEnvelope(entry: Json): Envelope | undefined {
  if (!isObject(entry)) return undefined;
  const seq = readSeq(entry['seq']);
  if (seq === undefined) return undefined;
  const msgid = readText(entry['msgid']);
  const version = readVersion(entry['publickey_ver']);
  const randomKey = readText(entry['encrypt_random_key']);
  const message = readText(entry['encrypt_chat_msg']);
  if (msgid === undefined || version === undefined || randomKey === undefined || message === undefined) {
    return damaged(seq, textOf(entry), { msgid: msgid ?? '', publickeyVer: version ?? 0 });
  }
  let sha256: string | undefined;
  return {
    seq,
    msgid,
    publickeyVer: version,
    encryptRandomKey: randomKey,
    encryptChatMsg: message,
    // Made when it is asked for: who pulls only looks at the numbers.
    get sha256() {
      return (sha256 ??= hashOf([seq.toString(), msgid, version, randomKey, message]));
    },
  };
}

/** An envelope of which no more than the number can be used: nothing in it can be opened, the page keeps its bytes. */
export function damaged(
  seq: Seq,
  raw: string,
  known: { readonly msgid: string; readonly publickeyVer: number } = { msgid: '', publickeyVer: 0 },
): Envelope {
  return { seq, ...known, encryptRandomKey: '', encryptChatMsg: '', sha256: hashOf(['damaged', seq.toString(), raw]) };
}

/** A whole number of 64 bits, written as number or as digits. */
export function readSeq(value: Json | undefined): Seq | undefined {
  const isWhole = typeof value === 'number' && Number.isSafeInteger(value);
  const isDigits = typeof value === 'string' && /^\d{1,20}$/.test(value);
  if (!isWhole && !isDigits) return undefined;
  const seq = BigInt(value);
  return seq < 0n || seq > LARGEST_SEQ ? undefined : seq;
}

function readVersion(value: Json | undefined): number | undefined {
  if (value === undefined || value === null) return 0;
  const version = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 && version <= LARGEST_VERSION
    ? version
    : undefined;
}

function readText(value: Json | undefined): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : undefined;
}

function textOf(entry: Json): string {
  try {
    return JSON.stringify(entry);
  } catch {
    // Nested beyond the stack: only crafted input; the page keeps it.
    return '';
  }
}

function hashOf(parts: readonly (string | number)[]): string {
  return hash('sha256', JSON.stringify(parts));
}
