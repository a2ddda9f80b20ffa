import type { RawField } from '@highwater/domain';
import { parseJson } from './json.ts';
import { MASK } from './mask-file-ids.ts';

// Each level doubles the backslashes, so real nesting stays far below; the limit stops crafted input.
const DEEPEST = 24;

function unescape(body: string): string {
  const parsed = parseJson(`"${body}"`)?.value;
  return typeof parsed === 'string' ? parsed : body.replace(/\\n/g, '\n').replace(/\\(["\\/])/g, '$1');
}

function stringEnd(raw: string, from: number): number {
  let at = from;
  while (at < raw.length && raw[at] !== '"') at += raw[at] === '\\' ? 2 : 1;
  return Math.min(at, raw.length);
}

/**
 * Names and values found in JSON text, in order, also when it is cut off or broken; JSON inside strings is opened too.
 * Masked file ids are left out. Text that is no JSON at all is one value without a name.
 */
export function listRawFields(raw: string, depth = 0): RawField[] {
  if (!/^\s*[[{]/.test(raw) || depth > DEEPEST) return raw.trim() === '' ? [] : [{ name: '', value: raw }];
  const found: RawField[] = [];
  let name = '';
  let waiting = false;
  const take = (value: string): void => {
    waiting = false;
    if (value !== MASK) found.push(...openValue(name, value, depth));
  };
  for (let at = 0; at < raw.length;) {
    if (raw[at] === '"') {
      const end = stringEnd(raw, at + 1);
      const text = unescape(raw.slice(at + 1, end));
      at = end + 1;
      const colon = /^\s*:/.exec(raw.slice(at, at + 16));
      if (colon === null) take(text);
      else {
        name = text;
        waiting = true;
        at += colon[0].length;
      }
    } else if (/[\s{}[\],:]/.test(raw[at] ?? '')) {
      if (/[{[]/.test(raw[at] ?? '')) waiting = false;
      at++;
    } else {
      const bare = /^[^\s{}[\],:"]+/.exec(raw.slice(at, at + 400))?.[0] ?? '?';
      take(bare);
      at += bare.length;
    }
  }
  if (waiting) found.push({ name, value: '' });
  return found;
}

function openValue(name: string, value: string, depth: number): RawField[] {
  return /^\s*[[{]\s*["{[\]}]/.test(value) ? listRawFields(value, depth + 1) : [{ name, value }];
}
