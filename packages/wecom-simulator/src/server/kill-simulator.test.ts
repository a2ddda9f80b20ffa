import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { openCorps } from '../corp/corps.ts';
import { createKeyPair, createTestClock } from '../testing/call-simulator.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) cleanUp();
});

describe('a killed simulator', () => {
  it('has kept all that it answered when it starts again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simulator-'));
    cleanUps.push(() => rmSync(folder, { recursive: true, force: true }));
    const program = fileURLToPath(new URL('../testing/run-simulator.ts', import.meta.url));
    const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    cleanUps.push(() => child.kill('SIGKILL'));
    const [line] = await once(child.stdout, 'data');
    const url = String(line).trim();

    const post = async (path: string, body: unknown) => {
      const answer = await fetch(`${url}/console/api/${path}`, { method: 'POST', body: JSON.stringify(body) });
      return answer.json();
    };
    const { corpId } = await post('corps', { talking: true });
    await post(`corps/${corpId}/public-keys`, { pem: createKeyPair().pem });
    const answered: string[] = [];
    const writing = (async () => {
      for (let n = 0; n < 100_000; n += 1) {
        const { seqs } = await post(`corps/${corpId}/messages`, { messages: [{ msgid: `a${n}` }, { msgid: `b${n}` }] });
        answered.push(...seqs);
        if (n === 40) child.kill('SIGKILL');
      }
    })();
    await expect(writing).rejects.toThrow();

    const corps = openCorps({ clock: createTestClock(), dataDir: folder });
    cleanUps.push(() => corps.close());
    const kept = corps.find(corpId)?.seqs ?? [];
    expect(answered.length).toBeGreaterThanOrEqual(82);
    expect(kept.map(String)).toEqual(expect.arrayContaining(answered));
    expect(kept.every((seq, at) => at === 0 || seq > (kept[at - 1] ?? 0n))).toBe(true);
  });
});
