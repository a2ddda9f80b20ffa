import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findValues, type ProtectedValue } from './protected-values.ts';

const NEVER: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'an e-mail address', pattern: /[\w.+-]+@[\w-]+\.\w[\w.-]*/ },
  { what: 'the query of an address', pattern: /\/[\w/-]*\?\w+=/ },
  { what: 'a session cookie', pattern: /session_token/ },
  { what: 'a key', pattern: /-----BEGIN/ },
  { what: 'a token’s path', pattern: /\/(links|invitations\/token)\/[\w-]{22}/ },
];

/** What the logs of a folder hold that they must not: something protected, or anything that looks like it. */
export function checkLogs(
  folder: string,
  values: readonly ProtectedValue[],
): { readonly files: number; readonly lines: number; readonly problems: readonly string[] } {
  const forbidden = values.filter(({ loggable }) => !loggable);
  const files = readdirSync(folder).filter((name) => /\.log(\.\d+)?$/.test(name));
  let lines = 0;
  const problems = files.flatMap((name) => {
    const bytes = readFileSync(join(folder, name));
    const text = bytes.toString('utf8');
    lines += text.split('\n').length - 1;
    return [
      ...findValues(bytes, forbidden).map(({ what }) => `LEAK: ${name} holds ${what}`),
      ...NEVER.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `LEAK: ${name} holds ${what}`),
    ];
  });
  return { files: files.length, lines, problems };
}
