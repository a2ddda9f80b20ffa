import { normaliseText } from './normalise-text.ts';

/** What a person typed as normalised words without repeats; each must be found (AND). Empty for white space only. */
export function splitWords(query: string): string[] {
  return [...new Set(normaliseText(query).split(' '))].filter((word) => word !== '');
}
