/** Longest name: with shard folders well below what file systems and S3 (1,024 bytes) take. */
const LONGEST = 200;

/**
 * Names are made by the product, never by people, so a strange one is a mistake in a program: throws RangeError.
 * Letters, digits, `_`, `-` and single slashes between parts.
 */
export function checkObjectName(name: string): void {
  if (name.length > LONGEST || !/^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/.test(name)) {
    throw new RangeError('An object name has letters, digits, _, - and single slashes, 200 at most.');
  }
}

/** What names may begin with: nothing, or letters, digits, `_`, `-` and slashes. Throws RangeError. */
export function checkNamePrefix(prefix: string): void {
  if (prefix.length > LONGEST || !/^[A-Za-z0-9_/-]*$/.test(prefix)) {
    throw new RangeError('A prefix has letters, digits, _, - and slashes, 200 at most.');
  }
}

/** Throws RangeError unless `range` is 0 ≤ start ≤ end, both whole. */
export function checkRange(range: { start: number; end: number } | undefined): void {
  if (range === undefined) return;
  const { start, end } = range;
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start) {
    throw new RangeError('A range has whole numbers 0 ≤ start ≤ end.');
  }
}
