import { createHash } from 'node:crypto';

/** Tokens are cut at 100 bytes: two long ids must not become one. */
const LONGEST = 96;
const PLAIN = /[0-9a-y]/;
const HASHED = 'zz';

/**
 * An id as one token of 0–9 and a–z: filters of Typesense ignore case and drop signs, ids of WeCom differ in both.
 * Lower-case letters and digits stay, any other byte becomes `z` and two hexadecimal digits; what would be longer than
 * a token may be becomes `zz` and a hash.
 */
export function encodeId(id: string): string {
  let encoded = '';
  for (const byte of Buffer.from(id)) {
    const character = String.fromCharCode(byte);
    encoded += PLAIN.test(character) ? character : `z${byte.toString(16).padStart(2, '0')}`;
  }
  if (encoded.length <= LONGEST && encoded !== '') return encoded;
  return HASHED + createHash('sha256').update(id).digest('hex').slice(0, 40);
}

/** The id of a token; undefined when it was hashed. */
export function decodeId(token: string): string | undefined {
  if (token.startsWith(HASHED)) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < token.length; at += 1) {
    if (token[at] === 'z') {
      bytes.push(Number.parseInt(token.slice(at + 1, at + 3), 16));
      at += 2;
    } else bytes.push(token.charCodeAt(at));
  }
  return Buffer.from(bytes).toString();
}
