import { FaultError } from '@highwater/domain';
import { isObject, parseJson, type Json, type JsonObject } from '../parse/json.ts';
import { faultOfErrcode } from './fault-of-errcode.ts';
import { readEnvelope, type Envelope } from './read-envelope.ts';
import { decodeAnswer } from './read-json.ts';
import { salvageEntries, type Entries } from './salvage-entries.ts';

export type { Envelope } from './read-envelope.ts';

export interface Page {
  /** In the page's order. Empty for each of WeCom's forms of "nothing more": `[]`, `null` and no list at all. */
  readonly envelopes: readonly Envelope[];
  /** Entries without a usable number: only the page's bytes hold them. */
  readonly unnumbered: number;
  /** `mixed` when a seq is not greater than the one before it; `findDisorder` says where. */
  readonly seqOrder: 'increasing' | 'mixed';
}

/**
 * Reads the answer of `getchatdata` (UTF-8 JSON), 64-bit numbers exact. A malformed entry costs itself only: with a
 * usable number it is an envelope that nothing opens, without one it is counted. Throws FaultErrors: `page.garbled` for
 * anything that is not such an answer or holds entries of which none has a number, and the fault of the errcode when it
 * is not 0 (detail: errcode; ip and hint when WeCom named them).
 */
export function readPage(bytes: Uint8Array): Page {
  const text = decodeAnswer(bytes);
  const answer = parseJson(text)?.value;
  const { envelopes, unnumbered } = isObject(answer) ? readAnswered(answer) : (salvageEntries(text) ?? refuse());
  if (envelopes.length === 0 && unnumbered > 0) refuse();
  const isIncreasing = envelopes.every((envelope, at) => {
    const before = envelopes[at - 1];
    return before === undefined || envelope.seq > before.seq;
  });
  return { envelopes, unnumbered, seqOrder: isIncreasing ? 'increasing' : 'mixed' };
}

function readAnswered(answer: JsonObject): Entries {
  const errcode = readErrcode(answer['errcode']);
  if (errcode !== 0) throw faultOfErrcode(errcode, answer['errmsg']);
  const entries = answer['chatdata'] ?? [];
  if (!Array.isArray(entries)) refuse();
  const envelopes = entries.flatMap((entry: Json) => readEnvelope(entry) ?? []);
  return { envelopes, unnumbered: entries.length - envelopes.length };
}

function readErrcode(value: Json | undefined): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : refuse();
}

/** Without the text and without the parser's error, which would quote it. */
function refuse(): never {
  throw new FaultError('page.garbled');
}
