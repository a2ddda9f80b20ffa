import { readXmlFields } from './read-xml-fields.ts';

/** A callback as it comes over the wire, before anything of it is believed. */
export interface CallbackEnvelope {
  readonly signature: string;
  /** Seconds since 1970, as text: it is part of what is signed. */
  readonly timestamp: string;
  readonly nonce: string;
  /** Enciphered, base64: the query's `echostr` or the body's `Encrypt`. */
  readonly encrypt: string;
}

/** The longest a nonce or signature of WeCom's is, and then some. */
const LONGEST_VALUE = 256;

/** The address check: everything is in the query. Undefined for anything else. */
export function readAddressCheck(query: URLSearchParams): CallbackEnvelope | undefined {
  // A plus sign that nobody escaped became a space; base64 has none.
  return envelopeOf(query, single(query, 'echostr')?.replaceAll(' ', '+'));
}

/** An event: signature in the query, `Encrypt` in the XML body. Undefined for anything else. */
export function readEventEnvelope(query: URLSearchParams, body: Uint8Array): CallbackEnvelope | undefined {
  return envelopeOf(query, readXmlFields(body)?.get('Encrypt'));
}

function envelopeOf(query: URLSearchParams, encrypt: string | undefined): CallbackEnvelope | undefined {
  const signature = single(query, 'msg_signature');
  const timestamp = single(query, 'timestamp');
  const nonce = single(query, 'nonce');
  if (signature === undefined || timestamp === undefined || nonce === undefined || encrypt === undefined) {
    return undefined;
  }
  if ([signature, timestamp, nonce].some((value) => value.length > LONGEST_VALUE)) return undefined;
  if (!/^\d{1,12}$/.test(timestamp)) return undefined;
  return { signature, timestamp, nonce, encrypt };
}

/** Given twice is given not at all: two readers could read two values. */
function single(query: URLSearchParams, name: string): string | undefined {
  const [value, ...others] = query.getAll(name);
  return others.length === 0 ? value : undefined;
}
