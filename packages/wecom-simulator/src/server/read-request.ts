/** An integer of a flat JSON object, digit by digit: seq may exceed what a JavaScript number holds. */
export function readInteger(body: string, name: string): bigint | undefined {
  const found = new RegExp(`"${name}"\\s*:\\s*(-?\\d{1,20})\\s*[,}]`).exec(body)?.[1];
  return found === undefined ? undefined : BigInt(found);
}

export interface ChatRequest {
  readonly seq: bigint;
  readonly limit: number;
}

/** `{seq, limit, version}` of a pull; undefined when it is malformed. The library writes seq above 2^63-1 as a negative number. */
export function readChatRequest(body: string): ChatRequest | undefined {
  if (readJson(body) === undefined) return undefined;
  const seq = readInteger(body, 'seq');
  const limit = readInteger(body, 'limit');
  const version = readInteger(body, 'version');
  if (seq === undefined || version === undefined || limit === undefined || limit < 1n || limit > 1000n)
    return undefined;
  return { seq: BigInt.asUintN(64, seq), limit: Number(limit) };
}

export interface MediaRequest {
  readonly fileid: string;
  readonly authkey: string;
}

export function readMediaRequest(body: string): MediaRequest | undefined {
  const value = readJson(body);
  if (typeof value !== 'object' || value === null || !('fileid' in value && 'authkey' in value)) return undefined;
  const { fileid, authkey } = value;
  return typeof fileid === 'string' && typeof authkey === 'string' ? { fileid, authkey } : undefined;
}

/** `bytes=A-B` as numbers; the first shard without the header; undefined when it is malformed. */
export function readRange(header: string | undefined): { first: number; last: number } | undefined {
  if (header === undefined) return { first: 0, last: 524_287 };
  const [, first, last] = /^bytes=(\d{1,15})-(\d{1,15})$/.exec(header.trim()) ?? [];
  if (first === undefined || last === undefined || Number(last) < Number(first)) return undefined;
  return { first: Number(first), last: Number(last) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
