import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { ObjectStore } from '@highwater/domain';
import { createLocalStore } from '@highwater/storage';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { buildExport } from './build-export.ts';
import { createHandOverFixture, type HandOverFixture } from './testing/hand-over-fixture.ts';
import { insertGeneratedMessages } from './testing/insert-generated-messages.ts';

const MESSAGES = 20_000;
const BYTES_EACH = 1500;
/** A quarter of the texts alone; holding what is packed would take more than twice all of them. */
const MOST_GROWTH = (MESSAGES * BYTES_EACH) / 4;
/** Windows of the walk whose medians are compared: buffers in flight come and go within one. */
const WINDOWS = 3;
/** Blocks of the package between two looks at the memory. */
const LOOK_EVERY = 10;

let fixture: HandOverFixture;
let folder: string;

beforeAll(async () => {
  fixture = await createHandOverFixture(inject('superuser'));
  folder = await mkdtemp(join(tmpdir(), 'highwater-large-'));
});
afterAll(async () => {
  await fixture.close();
  await rm(folder, { recursive: true });
});

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function liveBytes(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

it(
  'an export of 20,000 messages needs no more memory at its end than at its beginning',
  { timeout: 180_000 },
  async () => {
    const company = await fixture.makeCompany();
    const owner = await fixture.addMember(company.tenantId, 'owner');
    await insertGeneratedMessages(fixture, company, MESSAGES, BYTES_EACH);
    const looks: number[] = [];
    const disk = createLocalStore(folder);
    const objects: ObjectStore = {
      ...disk,
      put: (name, bytes) =>
        disk.put(
          name,
          (async function* () {
            let blocks = 0;
            for await (const block of bytes) {
              if (blocks++ % LOOK_EVERY === 0) looks.push(liveBytes());
              yield block;
            }
          })(),
        ),
    };
    const exportId = await fixture.requestExport(company.tenantId, owner);
    await buildExport({ ...fixture.deps, objects }, company.tenantId, exportId);
    const row = await fixture.getExport(company.tenantId, exportId);
    expect(row).toMatchObject({ state: 'complete', messagesTotal: MESSAGES });
    expect(Number(row.size)).toBeGreaterThan((MESSAGES * BYTES_EACH) / 2);
    const window = Math.floor(looks.length / WINDOWS);
    expect(window).toBeGreaterThan(2);
    expect(medianOf(looks.slice(-window)) - medianOf(looks.slice(0, window))).toBeLessThan(MOST_GROWTH);
  },
);
