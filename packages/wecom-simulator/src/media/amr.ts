import { readFixture } from './fixture-file.ts';

/** AMR-NB at 12.2 kbit/s: 50 frames a second of 32 bytes each (RFC 4867 §5.3), twelve syllables of half a second. */
const HEAD = '#!AMR\n';
const FRAME_BYTES = 32;
const FRAMES_PER_SECOND = 50;
const SYLLABLE_FRAMES = 25;
const SYLLABLES = 12;
/** Steps that meet all twelve syllables before one comes again. */
const STEPS = [1, 5, 7, 11];

/** A voice of that many seconds, put together from recorded syllables; 48 variants sound different. */
export function encodeAmr(seconds: number, variant: number): Buffer {
  const recorded = readFixture('syllables.amr').subarray(HEAD.length);
  const step = STEPS[Math.floor(variant / SYLLABLES) % STEPS.length] ?? 1;
  const frames = Array.from({ length: seconds * FRAMES_PER_SECOND }, (_, index) => {
    const syllable = (variant + step * Math.floor(index / SYLLABLE_FRAMES)) % SYLLABLES;
    const start = (syllable * SYLLABLE_FRAMES + (index % SYLLABLE_FRAMES)) * FRAME_BYTES;
    return recorded.subarray(start, start + FRAME_BYTES);
  });
  return Buffer.concat([Buffer.from(HEAD), ...frames]);
}
