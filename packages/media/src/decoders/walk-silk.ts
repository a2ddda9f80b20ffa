import { DecodeFault } from './decode-fault.ts';

const MARK = '#!SILK_V3';
/** Five frames of 250 bytes in one packet. */
const MOST_PACKET_BYTES = 1_250;

/** Tencent's files begin with it, others with the mark; the decoder takes the former alone. */
const FIRST = 0x02;

/**
 * A SILK file as the decoder takes it, up to its last whole packet: what follows a malformed or unfinished one is left
 * out. Throws `copy.unreadable` when no packet is there.
 */
export function walkSilk(file: Uint8Array): { readonly bytes: Uint8Array; readonly packets: number } {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, MARK.length + 1)).toString('latin1');
  const start = head.startsWith(MARK) ? 0 : 1;
  if (!head.startsWith(MARK, start)) throw new DecodeFault('copy.unreadable');
  let end = start + MARK.length;
  let packets = 0;
  while (end + 2 <= file.length) {
    const size = (file[end] ?? 0) | ((file[end + 1] ?? 0) << 8);
    // 0xffff ends files of the original encoder; WeChat's have no end mark.
    if (size === 0 || size > MOST_PACKET_BYTES || end + 2 + size > file.length) break;
    end += 2 + size;
    packets += 1;
  }
  if (packets === 0) throw new DecodeFault('copy.unreadable');
  const bytes = new Uint8Array(1 + end - start);
  bytes[0] = FIRST;
  bytes.set(file.subarray(start, end), 1);
  return { bytes, packets };
}
