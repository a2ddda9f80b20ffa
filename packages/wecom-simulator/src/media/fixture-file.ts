import { readFileSync } from 'node:fs';

/** Real files that were made once, by codecs and programs; see the README beside each. */
export const FIXTURES = {
  'nb-122.amr': 'voices',
  'nb-475-dtx.amr': 'voices',
  'wb.amr': 'voices',
  'silk.amr': 'voices',
  'syllables.amr': 'voices',
  'clip.mp4': 'files',
  'quote-zh.pdf': 'files',
} as const;
export type FixtureName = keyof typeof FIXTURES;

/** Throws a RangeError for a name that is none. */
export function readFixture(name: string): Buffer {
  const known = Object.entries(FIXTURES).find(([candidate]) => candidate === name);
  if (!known) throw new RangeError(`no such fixture: ${name}`);
  return readFileSync(new URL(`../../fixtures/${known[1]}/${name}`, import.meta.url));
}
