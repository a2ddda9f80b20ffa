import { keyedId } from '@highwater/crypto';
import type { CopyName } from '@highwater/domain';

/** Every copy that there may be an object of. */
const STORED_COPIES: readonly CopyName[] = ['audio', 'thumbnail', 'poster'];

/** Name of the object of a content's copy by a maker: the same whenever it is made, so that none is left unknown. */
export function nameCopy(nameKey: Uint8Array, sha256: string, copy: CopyName, makerVersion: number): string {
  return `copies/${keyedId(nameKey, 'copy', sha256, copy, String(makerVersion))}`;
}

/** Names under which this maker and all before it may have left something. */
export function listCopyNames(nameKey: Uint8Array, sha256: string, makerVersion: number): string[] {
  const versions = Array.from({ length: makerVersion }, (_, at) => at + 1);
  return versions.flatMap((version) => STORED_COPIES.map((copy) => nameCopy(nameKey, sha256, copy, version)));
}
