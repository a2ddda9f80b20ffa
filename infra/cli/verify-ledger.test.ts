import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSampleLedger, SAMPLE_PUBLIC_PEM } from '../../packages/crypto/src/ledger/testing/sample-ledger.ts';
import { verifyLedgerFile } from './verify-ledger.ts';

const ledger = makeSampleLedger({ pages: 60 });
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'highwater-ledger-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const code = await verifyLedgerFile(args, (line) => lines.push(line));
  return { code, said: lines.join('\n') };
}

describe('highwater verify-ledger', () => {
  it('says what a file proves, and what nothing proves', async () => {
    const file = write('ledger.ndjson', ledger.file);
    const alone = await run(file);
    expect(alone.code).toBe(0);
    expect(alone.said).toContain('Pages 1 to 60, received 2026-11-20T22:00:00.000Z');
    expect(alone.said).toContain('3 days are signed, the last one 2026-11-22: pages 1 to 50 are under signed roots');
    expect(alone.said).toContain('Pages 51 to 60 are in the chain and under no root yet.');
    expect(alone.said).toContain('Not compared with checkpoints');
    expect(alone.said).toContain('keys that the file brings along');
    expect(alone.said).toContain('does not prove: that WeCom returned everything');

    const [checkpoints, key] = [write('checkpoints.ndjson', ledger.checkpoints), write('key.pem', SAMPLE_PUBLIC_PEM)];
    const full = await run(file, '--against', checkpoints, '--key', key);
    expect(full.code).toBe(0);
    expect(full.said).toContain('60 checkpoints agree; the newest one knows page 60 of 60');
    expect(full.said).not.toContain('brings along');
  });

  it('compares with a head from the morning mail', async () => {
    const file = write('ledger.ndjson', ledger.file);
    expect(await run(file, '--head', `30:${ledger.pages[29]?.chain}`)).toMatchObject({ code: 0 });
    const wrong = await run(file, '--head', `30:${ledger.pages[28]?.chain}`);
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.said).toContain('another history up to page 30');
  });

  it('says where a file does not agree', async () => {
    const file = write('changed.ndjson', ledger.file.replace('"count":3', '"count":4'));
    const { code, said } = await run(file);
    expect(code).toBe(1);
    expect(said).toMatch(/^NOT PROVEN: \d+ things do not agree\.\n {2}line 2: the numbers of page 1 do not add up/);
  });

  it('tells a wrong question from a wrong ledger', async () => {
    const file = write('ledger.ndjson', ledger.file);
    for (const args of [[], [file, file], [file, '--what'], [file, '--head', '3'], [join(folder, 'nothing')]])
      expect.soft((await run(...args)).code, args.join(' ')).toBe(2);
    expect((await run(file, '--key', file)).said).toContain('holds no Ed25519 public key');
    const empty = await run(file, '--against', write('empty.ndjson', ''));
    expect(empty).toMatchObject({ code: 2 });
    expect(empty.said).toMatch(/^NOT COMPARED: the file after --against holds no checkpoint\./);
    const foreign = ledger.checkpoints.replaceAll(
      /"connection":"[^"]*"/g,
      '"connection":"01a00000-0000-7000-8000-000000000000"',
    );
    const other = await run(file, '--against', write('other.ndjson', foreign));
    expect(other).toMatchObject({ code: 2 });
    expect(other.said).toMatch(/^NOT COMPARED: every checkpoint after --against is of another ledger\./);
    const cut = write('cut.ndjson', ledger.file.slice(0, -200));
    expect(await run(cut, '--against', write('empty.ndjson', ''))).toMatchObject({ code: 1 });
    expect((await run(file, '--against', join(folder, 'nothing'))).said).toBe('A file could not be read (ENOENT).');
  });
});
