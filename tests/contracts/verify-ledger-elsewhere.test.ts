import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleLedger, SAMPLE_PUBLIC_PEM } from '../../packages/crypto/src/ledger/testing/sample-ledger.ts';

/** Written in another language from docs/ledger-format.md alone, by somebody who had not seen our code. */
const VERIFIER = fileURLToPath(new URL('verify_ledger.py', import.meta.url));
const hasPython = spawnSync('python3', ['--version']).status === 0;
const PYTHON = hasPython ? ['python3'] : [];
const MISSING = hasPython ? [] : ['python3'];

const ledger = makeSampleLedger({ pages: 60, everyMs: 6 * 3_600_000, again: new Set([20]) });
const file = Buffer.from(ledger.file);
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'highwater-ledger-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function verify(python: string, bytes: Uint8Array, args: readonly string[] = []): number | null {
  const path = join(folder, 'ledger.ndjson');
  writeFileSync(path, bytes);
  const { status, stderr } = spawnSync(python, [VERIFIER, path, ...args], { encoding: 'utf8' });
  expect(stderr).not.toContain('Traceback');
  return status;
}

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

it.each(MISSING)('nothing of this ran: there is no %s here', () => {
  expect(hasPython).toBe(false);
});

describe.each(PYTHON)('a verifier of another house, in %s,', (python) => {
  it('agrees with a ledger of ours, its checkpoints and its key', () => {
    const checkpoints = write('checkpoints.ndjson', ledger.checkpoints);
    const key = write('key.pem', SAMPLE_PUBLIC_PEM);
    expect(verify(python, file)).toBe(0);
    expect(verify(python, file, ['--against', checkpoints, '--key', key])).toBe(0);
  });

  it('finds a changed byte wherever it is', { timeout: 60_000 }, () => {
    // A stride without a common factor with the rows' lengths comes by every kind of place.
    for (let at = 0; at < file.length; at += 2003) {
      const changed = Buffer.from(file);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 7));
      expect(verify(python, changed), `byte ${at}`).toBe(1);
    }
  });

  it('finds rows cut off at the end against a checkpoint', () => {
    const checkpoints = write('checkpoints.ndjson', ledger.checkpoints);
    const shorter = makeSampleLedger({ pages: 57, everyMs: 6 * 3_600_000, again: new Set([20]) });
    expect(verify(python, Buffer.from(shorter.file))).toBe(0);
    expect(verify(python, Buffer.from(shorter.file), ['--against', checkpoints])).toBe(1);
  });
});
