import { readFileSync } from 'node:fs';
import type { Language } from '@highwater/domain';

interface Visible {
  readonly all?: readonly string[];
  readonly 'zh-CN'?: readonly string[];
  readonly en?: readonly string[];
}

const FILE = new URL('../../fixtures/visible-strings.json', import.meta.url);

/** What a person saw of each sample, by its name, written down by hand. */
export function readVisibleStrings(): ReadonlyMap<string, Visible> {
  return new Map(Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Visible>));
}

/** In one language; what people themselves wrote is the same in all. */
export function stringsIn(visible: Visible | undefined, language: Language): readonly string[] {
  return [...(visible?.all ?? []), ...(visible?.[language] ?? [])];
}
