import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file that only its owner may read; whole or not at all. */
export function writeSecret(file: string, content: string): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, content, { mode: 0o600 });
  renameSync(draft, file);
}
