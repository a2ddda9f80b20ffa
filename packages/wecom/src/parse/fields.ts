import type { UnixMs } from '@highwater/domain';
import type { Json, JsonObject } from './json.ts';
import { readTime } from './read-time.ts';

/**
 * Reads one JSON object by field name, forgiving numbers as strings and the reverse.
 * Several names mean: the first that is present. `found` counts the hits, so that a body of which
 * nothing was understood is told from one that is merely empty.
 */
export class Fields {
  readonly object: JsonObject;
  found = 0;

  constructor(object: JsonObject) {
    this.object = object;
  }

  value(...names: readonly string[]): Json | undefined {
    for (const name of names) {
      if (!Object.hasOwn(this.object, name)) continue;
      this.found++;
      const value = this.object[name];
      if (value !== null) return value;
    }
    return undefined;
  }

  text(...names: readonly string[]): string {
    const value = this.value(...names);
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }

  number(...names: readonly string[]): number | null {
    const text = this.text(...names).trim();
    const number = Number(text);
    return text === '' || !Number.isFinite(number) ? null : number;
  }

  /** Non-negative integer as decimal string. */
  digits(...names: readonly string[]): string | null {
    const text = this.text(...names).trim();
    return /^\d+$/.test(text) ? text : null;
  }

  time(...names: readonly string[]): UnixMs | null {
    return readTime(this.number(...names))?.at ?? null;
  }

  list(...names: readonly string[]): readonly Json[] | null {
    const value = this.value(...names);
    return Array.isArray(value) ? value : null;
  }

  /** The texts of a list; other values are left out. */
  texts(...names: readonly string[]): readonly string[] {
    const list = this.list(...names) ?? [];
    return list.flatMap((item) => (typeof item === 'string' ? [item] : typeof item === 'number' ? [String(item)] : []));
  }
}
