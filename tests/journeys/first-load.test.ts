import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from '../../infra/processes/run-command.ts';
import { measureFirstLoads, type FirstLoad } from './measure-first-loads.ts';

/** Of JavaScript, compressed, on any page. */
const MOST_BYTES = 150_000;

const planted = mkdtempSync(join(tmpdir(), 'highwater-first-load-'));
afterAll(() => rmSync(planted, { recursive: true, force: true }));

const tooHeavy = (loads: readonly FirstLoad[]): readonly string[] =>
  loads.filter(({ bytes }) => bytes > MOST_BYTES).map(({ route, bytes }) => `${route}: ${bytes} bytes`);

it('no page needs more than 150 kB of JavaScript to be taken over', () => {
  const loads = measureFirstLoads(join(ROOT, 'apps/portal/build'));
  expect(loads.length).toBeGreaterThan(40);
  expect(tooHeavy(loads)).toEqual([]);
});

it('weighs the page, all around it, what they import, and the heavier of the two languages', () => {
  const assets = join(planted, 'client/assets');
  mkdirSync(assets, { recursive: true });
  const plant = (name: string, bytes: number) => {
    // Bytes that nothing compresses.
    writeFileSync(join(assets, name), randomBytes(bytes));
    return `/assets/${name}`;
  };
  const shared = plant('shared.js', 60_000);
  const manifest = {
    entry: { module: plant('entry.js', 10_000), imports: [shared] },
    routes: {
      root: { id: 'root', module: plant('root.js', 10_000), imports: [shared] },
      light: { id: 'light', parentId: 'root', module: plant('light.js', 10_000), imports: [] },
      heavy: { id: 'heavy', parentId: 'root', module: plant('heavy.js', 10_000), imports: [plant('part.js', 50_000)] },
    },
  };
  writeFileSync(join(assets, 'manifest-1.js'), `window.__remixManifest=${JSON.stringify(manifest)};`);
  for (const [name, bytes] of [
    ['words-z', 1000],
    ['words-e', 12_000],
  ] as const)
    plant(`${name}.js`, bytes);
  writeFileSync(join(planted, 'page-words.json'), JSON.stringify({ root: ['words-z', 'words-e'], heavy: [] }));
  const loads = measureFirstLoads(planted);
  expect(tooHeavy(loads)).toEqual([expect.stringMatching(/^heavy: 152\d{3} bytes$/)]);
  expect(loads.find(({ route }) => route === 'light')).toMatchObject({ files: 5 });
});
