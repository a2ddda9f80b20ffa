import { Transform } from 'node:stream';

/**
 * Takes zero bytes out of a page. React 18 sends its buffer whole when the next character does not fit any more, with one
 * or two bytes that were never written; browsers show them as "�" in the middle of Chinese words. No text on a page has a
 * zero byte of its own.
 */
export function dropGaps(): Transform {
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
