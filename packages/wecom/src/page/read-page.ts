import { createHash } from 'node:crypto';
import { FaultError, type Seq } from '@highwater/domain';
import { faultOfErrcode } from './fault-of-errcode.ts';
import { readJsonObject } from './read-json.ts';
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

export interface Page {
  /** In the page's order. Empty for each of WeCom's forms of "nothing more": `[]`, `null` and no list at all. */
  readonly envelopes: readonly Envelope[];
  /** `mixed` when a seq is not greater than the one before it; `checkPage` refuses such a page. */
  readonly seqOrder: 'increasing' | 'mixed';
}

const LARGEST_SEQ = 2n ** 64n - 1n;
const LARGEST_VERSION = 2 ** 32 - 1;

/**
 * Reads the answer of `getchatdata` (UTF-8 JSON), 64-bit numbers exact. Throws FaultErrors: `page.garbled` for
 * anything that is not such an answer, and the fault of the errcode when it is not 0
 * (detail: errcode; ip and hint when WeCom named them).
 */
export function readPage(bytes: Uint8Array): Page {
  const answer = readJsonObject(bytes);
  const errcode = readErrcode(answer['errcode']);
  if (errcode !== 0) throw faultOfErrcode(errcode, answer['errmsg']);
  const entries = answer['chatdata'] ?? [];
  if (!Array.isArray(entries)) throw garbled();
  const envelopes = entries.map(readEnvelope);
  const isIncreasing = envelopes.every((envelope, at) => {
    const before = envelopes[at - 1];
    return before === undefined || envelope.seq > before.seq;
  });
  return { envelopes, seqOrder: isIncreasing ? 'increasing' : 'mixed' };
}

function readEnvelope(entry: Json): Envelope {
  if (!isObject(entry)) throw garbled();
  const seq = readSeq(entry['seq']);
  const msgid = readText(entry['msgid']);
  const publickeyVer = readVersion(entry['publickey_ver']);
  const encryptRandomKey = readText(entry['encrypt_random_key']);
  const encryptChatMsg = readText(entry['encrypt_chat_msg']);
  const sha256 = createHash('sha256')
    .update(JSON.stringify([seq.toString(), msgid, publickeyVer, encryptRandomKey, encryptChatMsg]), 'utf8')
    .digest('hex');
  return { seq, msgid, publickeyVer, encryptRandomKey, encryptChatMsg, sha256 };
}

function readErrcode(value: Json | undefined): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw garbled();
  return value;
}

function readSeq(value: Json | undefined): Seq {
  const isWhole = typeof value === 'number' && Number.isSafeInteger(value);
  const isDigits = typeof value === 'string' && /^\d{1,20}$/.test(value);
  if (!isWhole && !isDigits) throw garbled();
  const seq = BigInt(value);
  if (seq < 0n || seq > LARGEST_SEQ) throw garbled();
  return seq;
}

function readVersion(value: Json | undefined): number {
  if (value === undefined || value === null) return 0;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > LARGEST_VERSION) throw garbled();
  return value;
}

function readText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw garbled();
  return value;
}

function garbled(): FaultError {
  return new FaultError('page.garbled');
}
