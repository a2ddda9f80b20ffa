/** A part of `size` bytes asked for by a Range header; both ends inclusive. `null` asks for the whole. */
export type AskedRange = { readonly start: number; readonly end: number } | 'unsatisfiable' | null;

/**
 * The range header that counts: none where `If-Range` names other bytes than these. Entity tags are compared strongly, so a
 * weak one never holds, nor does a date: nothing here has a time of change (RFC 9110, 13.1.5).
 */
export function rangeThatHolds(headers: Headers, etag: string): string | null {
  const ifRange = headers.get('if-range');
  return ifRange === null || ifRange.trim() === etag ? headers.get('range') : null;
}

/** Reads "bytes=a-b", "bytes=a-" and "bytes=-n" (RFC 9110, 14.1.2); several ranges or other units are answered whole. */
export function readRange(header: string | null, size: number): AskedRange {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  if (match[1] === '') {
    const length = Math.min(Number(match[2]), size);
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 };
  }
  const start = Number(match[1]);
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  if (start >= size || end < start) return 'unsatisfiable';
  return { start, end };
}
