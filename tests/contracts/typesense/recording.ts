import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One exchange with a real server 29.0. `auth` says in words which key went with it. */
export interface Recording {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, unknown>>;
    readonly body: unknown;
    readonly auth: string;
  };
  readonly response: { readonly status: number; readonly content_type: string; readonly body: unknown };
}

export function readRecordings(): Recording[] {
  const file = fileURLToPath(new URL('fixtures/recordings.jsonl', import.meta.url));
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recording);
}
