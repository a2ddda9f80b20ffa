import { createHmac } from 'node:crypto';
import { prepareKey } from '../sealing/prepared-key.ts';

/**
 * A UUID (version 8) that only the holder of `subkey` can compute from `parts`: HMAC-SHA256 over each part with its
 * length before it, so that ('ab','c') and ('a','bc') differ. Equal parts give equal ids.
 */
export function keyedId(subkey: Uint8Array, ...parts: readonly (string | Uint8Array)[]): string {
  const id = createHmac('sha256', prepareKey(subkey)).update(join(parts)).digest();
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x80, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = id.toString('hex', 0, 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function join(parts: readonly (string | Uint8Array)[]): Buffer {
  let size = 0;
  for (const part of parts) size += 4 + (typeof part === 'string' ? Buffer.byteLength(part) : part.length);
  const joined = Buffer.allocUnsafe(size);
  let at = 0;
  for (const part of parts) {
    const start = at + 4;
    if (typeof part === 'string') at = start + joined.write(part, start, 'utf8');
    else {
      joined.set(part, start);
      at = start + part.length;
    }
    joined.writeUInt32BE(at - start, start - 4);
  }
  return joined;
}
