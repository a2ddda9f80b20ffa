export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// A number begins the text or follows one of these marks. Text inside strings may match too; that only costs the slower way.
const MAY_LOSE_DIGITS = /(?:^|[:[,])\s*-?(?:\d{16}|\d+(?:\.\d+)?[eE][+-]?\d{3})/;

interface ReviverContext {
  readonly source?: string;
}

function keepDigits(_key: string, value: unknown, context?: ReviverContext): unknown {
  if (typeof value !== 'number' || context?.source === undefined) return value;
  const exact = Number.isSafeInteger(value) || (Number.isFinite(value) && /[.eE]/.test(context.source));
  return exact ? value : context.source;
}

function read(text: string): Json {
  return MAY_LOSE_DIGITS.test(text) ? JSON.parse(text, keepDigits) : JSON.parse(text);
}

/** Escapes raw control characters inside strings and drops them outside, so that JSON.parse accepts the rest. */
function escapeControls(text: string): string {
  let out = '';
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] ?? '';
    if (char < ' ') {
      out += inString ? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}` : ' ';
      continue;
    }
    out += char;
    if (char === '\\' && inString && (text[at + 1] ?? '') >= ' ') out += text[++at] ?? '';
    else if (char === '"') inString = !inString;
  }
  return out;
}

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f]/;

/**
 * Lossless JSON: integers beyond 2^53 and numbers beyond a double come back as decimal strings, as written.
 * Raw control characters inside strings are accepted (`repaired`). Undefined when it is not JSON; never throws.
 */
export function parseJson(text: string): { value: Json; repaired: boolean } | undefined {
  try {
    return { value: read(text), repaired: false };
  } catch {
    if (!CONTROL.test(text)) return undefined;
  }
  try {
    return { value: read(escapeControls(text)), repaired: true };
  } catch {
    return undefined;
  }
}
