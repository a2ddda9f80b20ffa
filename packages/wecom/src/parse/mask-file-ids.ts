/** What stands in place of a sdkfileid. */
export const MASK = '***';

// At nesting level n the quotes carry the same run of backslashes; truncated JSON may end inside the value.
const NAMED = /(sdk_?file_?id(\\*)"\s*:\s*\[?\s*\2")[\s\S]*?(?=\2"|$)/gi;
// The shape of WeCom's file ids wherever else they may stand: base64 of a protobuf whose first field is a 32-character id.
const SHAPED = /Ci[A-Z](?:[A-Za-z0-9+/=_-]|\\+\/){96,}/g;

/** Hides every sdkfileid in raw JSON text, at any level of strings inside strings: each contains its file's key. */
export function maskFileIds(raw: string): string {
  return raw.replace(NAMED, `$1${MASK}`).replace(SHAPED, MASK);
}
