import { ContactRefusal } from './contact-api.ts';

type Body = Readonly<Record<string, unknown>>;

const malformed = (): ContactRefusal => new ContactRefusal(40058);

/** The body of a POST; 47001 for what is no JSON object. */
export function readBody(text: string): Body {
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below like any other malformed body.
  }
  throw new ContactRefusal(47001);
}

/** A text; empty when absent. */
export function readText(body: Body, name: string): string {
  const value = body[name] ?? '';
  if (typeof value !== 'string') throw malformed();
  return value;
}

/** A whole number from 1 to `most`; `fallback` when absent or 0. */
export function readLimit(body: Body, fallback: number, most: number): number {
  const value = body['limit'] ?? 0;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0 || value > most) throw malformed();
  return value === 0 ? fallback : value;
}

export function readTexts(body: Body, name: string, most: number): readonly string[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value) || value.length > most) throw malformed();
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw malformed();
    return item;
  });
}

/** Objects of a list. */
export function readObjects(body: Body, name: string, most: number): readonly Body[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value) || value.length > most) throw malformed();
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) throw malformed();
    return { ...item };
  });
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Empty at the end. */
  readonly next: string;
}

/** Up to `limit` items from where the cursor points; 40058 for a cursor that was never given. */
export function pageOf<Item>(all: Iterable<Item>, cursor: string, limit: number): Page<Item> {
  const start = cursor === '' ? 0 : readCursor(cursor);
  const items: Item[] = [];
  let at = 0;
  for (const item of all) {
    if (items.length === limit) return { items, next: writeCursor(at) };
    if (at >= start) items.push(item);
    at += 1;
  }
  return { items, next: '' };
}

function writeCursor(offset: number): string {
  return Buffer.from(`at:${offset}`).toString('base64url');
}

function readCursor(cursor: string): number {
  const digits = /^at:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (digits === undefined) throw malformed();
  return Number(digits);
}
