import type { CopyMaker, MadeCopy } from '@highwater/domain';

const PIECE_BYTES = 64 * 1024;

/** The one copy of these bytes. Throws when there is not exactly one. */
export async function makeCopy(
  maker: CopyMaker,
  bytes: Uint8Array,
  contentType: string,
  fileName: string | null = null,
): Promise<MadeCopy> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
  }
  const source = { bytes: pieces(), size: bytes.length, contentType, fileName };
  const [copy, ...more] = await maker.make(source);
  if (copy === undefined || more.length > 0) throw new RangeError('one copy was expected');
  return copy;
}

/** Its text, or the fault in its place. */
export async function makeText(
  maker: CopyMaker,
  bytes: Uint8Array,
  contentType: string,
  fileName: string | null = null,
): Promise<string> {
  const copy = await makeCopy(maker, bytes, contentType, fileName);
  if (copy.state === 'absent') return copy.fault;
  return copy.copy === 'text' ? copy.text : copy.copy;
}
