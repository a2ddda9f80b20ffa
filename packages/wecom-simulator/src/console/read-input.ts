import { Refusal } from '../corp/refusal.ts';

export type Input = Readonly<Record<string, unknown>>;

/** The body of a console call as an object; empty for an empty body. */
export function readInput(text: string): Input {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('json.malformed', '正文不是有效的 JSON。', 'The body is no valid JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refusal('json.malformed', '正文应为 JSON 对象。', 'The body must be a JSON object.');
  }
  return Object.fromEntries(Object.entries(value));
}

function refuse(field: string, zh: string, en: string): Refusal {
  return new Refusal('field.malformed', `字段 ${field} 应为${zh}。`, `The field ${field} must be ${en}.`);
}

export function readText(input: Input, field: string): string {
  const value = input[field];
  if (typeof value !== 'string') throw refuse(field, '文字', 'a text');
  return value;
}

/** A whole number of at least `min`; `fallback` when absent. */
export function readCount(input: Input, field: string, min: number, fallback?: number): number {
  const value = input[field] ?? fallback;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min) {
    throw refuse(field, `不小于 ${min} 的整数`, `a whole number of at least ${min}`);
  }
  return value;
}

export function readList(input: Input, field: string): readonly unknown[] {
  const value = input[field];
  if (!Array.isArray(value)) throw refuse(field, '列表', 'a list');
  return value;
}

export function readTexts(input: Input, field: string): string[] {
  return readList(input, field).map((value) => {
    if (typeof value !== 'string') throw refuse(field, '文字的列表', 'a list of texts');
    return value;
  });
}

/** Bytes from exact base64. */
export function readBase64(value: unknown, field: string): Buffer {
  const bytes = Buffer.from(typeof value === 'string' ? value : '', 'base64');
  if (typeof value !== 'string' || bytes.toString('base64') !== value) throw refuse(field, ' base64', 'base64');
  return bytes;
}
