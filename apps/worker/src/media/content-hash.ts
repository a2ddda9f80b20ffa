import { createHash } from 'node:crypto';
import { SNIFFED_BYTES } from '@highwater/media';

/** What is known of a file once all of it has come. */
export interface FileFacts {
  readonly size: number;
  readonly sha256: string;
  /** MD5 proves nothing; it is what WeCom states, so it is what can be compared. */
  readonly md5: string;
  /** The first bytes, as many as sniffing looks at. */
  readonly head: Uint8Array;
}

export interface ContentHash {
  update(bytes: Uint8Array): void;
  /** Once. */
  finish(): FileFacts;
}

export function createContentHash(): ContentHash {
  const sha256 = createHash('sha256');
  const md5 = createHash('md5');
  let size = 0;
  let head = Buffer.alloc(0);
  return {
    update(bytes) {
      sha256.update(bytes);
      md5.update(bytes);
      size += bytes.length;
      if (head.length < SNIFFED_BYTES) head = Buffer.concat([head, bytes.subarray(0, SNIFFED_BYTES - head.length)]);
    },
    finish: () => ({ size, sha256: sha256.digest('hex'), md5: md5.digest('hex'), head }),
  };
}
