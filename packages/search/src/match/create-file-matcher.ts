import { normaliseText } from '../normalise/normalise-text.ts';

/** Which of the words stand in a file, by its content. */
export type FileMatcher = (sha256: string) => Promise<ReadonlySet<string>>;

/**
 * Looks each content up once, however many messages carry it: of its text only the words found are remembered.
 * `openText` gives undefined where there is no text. Words are those of `parseWords`.
 */
export function createFileMatcher(
  words: readonly string[],
  openText: (sha256: string) => Promise<string | undefined>,
): FileMatcher {
  const known = new Map<string, ReadonlySet<string>>();
  return async (sha256) => {
    let found = known.get(sha256);
    if (found === undefined) {
      const text = normaliseText((await openText(sha256)) ?? '');
      found = new Set(words.filter((word) => text.includes(word)));
      known.set(sha256, found);
    }
    return found;
  };
}
