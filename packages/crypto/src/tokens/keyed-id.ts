import { createHmac, createSecretKey } from 'node:crypto';

/**
 * A UUID (version 8) that only the holder of `subkey` can compute from `parts`: HMAC-SHA256 over each part with its
 * length before it, so that ('ab','c') and ('a','bc') differ. Equal parts give equal ids.
 */
export function keyedId(subkey: Uint8Array, ...parts: readonly (string | Uint8Array)[]): string {
  const hmac = createHmac('sha256', createSecretKey(subkey));
  const length = Buffer.alloc(4);
  for (const part of parts) {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  const id = hmac.digest().subarray(0, 16);
  id.writeUInt8((id.readUInt8(6) & 0x0f) | 0x80, 6);
  id.writeUInt8((id.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = id.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
