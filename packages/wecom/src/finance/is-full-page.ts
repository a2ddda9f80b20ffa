/** A key that every envelope has once and that no base64 text can hold. */
const MARK = '"encrypt_random_key"';

/** Whether a page holds `limit` envelopes: more wait behind it. Counted without reading the JSON, about 1 ms per MB. */
export function isFullPage(bytes: Uint8Array, limit: number): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = text.indexOf(MARK); at >= 0 && count < limit; at = text.indexOf(MARK, at + MARK.length)) count += 1;
  return count >= limit;
}
