import { DecodeFault } from './decode-fault.ts';

/** Bytes of a frame by its type, its first byte included; 0 where the storage format has no such type (RFC 4867). */
const NARROW = [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1];
const WIDE = [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1];

export interface AmrFrames {
  readonly sampleRate: 8_000 | 16_000;
  /** Bytes of mark and whole frames. */
  readonly end: number;
  /** 20 ms each, silence included. */
  readonly frames: number;
  readonly samples: number;
}

/**
 * Goes from frame to frame without decoding: the exact length, and where the first malformed or unfinished frame
 * stands. Frames before it are good. Throws `copy.unreadable` when there is none.
 */
export function walkAmr(file: Uint8Array): AmrFrames {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, 9)).toString('latin1');
  const isWide = head === '#!AMR-WB\n';
  if (!isWide && !head.startsWith('#!AMR\n')) throw new DecodeFault('copy.unreadable');
  const sizes = isWide ? WIDE : NARROW;
  let end = isWide ? 9 : 6;
  let frames = 0;
  while (end < file.length) {
    const first = file[end] ?? 0;
    const size = sizes[(first >> 3) & 0x0f] ?? 0;
    // The first bit and the last two are padding and always 0.
    if (size === 0 || (first & 0x83) !== 0 || end + size > file.length) break;
    end += size;
    frames += 1;
  }
  if (frames === 0) throw new DecodeFault('copy.unreadable');
  return { sampleRate: isWide ? 16_000 : 8_000, end, frames, samples: frames * (isWide ? 320 : 160) };
}
