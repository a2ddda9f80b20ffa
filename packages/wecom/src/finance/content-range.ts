/** Where a shard lies in the file at rest. */
export interface ContentRange {
  readonly first: number;
  readonly last: number;
  readonly total: number;
}

const VALUE = /^BYTES (\d{1,15})-(\d{1,15})\/(\d{1,15})$/;

/** Reads `CONTENT-RANGE: BYTES first-last/total`, in capitals only as the vendor's library does; null without one. */
export function findContentRange(rawHeaders: readonly string[]): ContentRange | null {
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at] !== 'CONTENT-RANGE') continue;
    const match = VALUE.exec(rawHeaders[at + 1] ?? '');
    if (match) return { first: Number(match[1]), last: Number(match[2]), total: Number(match[3]) };
  }
  return null;
}
