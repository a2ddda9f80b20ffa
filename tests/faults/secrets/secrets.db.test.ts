import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSuperuser } from '../fault-stage.ts';
import { setFaultWorld, type FaultWorld } from '../fault-world.ts';
import { canCompile } from '../native-wecom.ts';
import { plantSecrets, type Planted } from './plant-secrets.ts';
import { loosenDatabaseLog, provokeErrors } from './provoke-errors.ts';
import { clusterFolder, PLACES, searchPlaces } from './search-places.ts';

let world: FaultWorld;
let planted: Planted;

beforeAll(async () => {
  world = await setFaultWorld({ native: canCompile() });
  await loosenDatabaseLog(world);
  planted = await plantSecrets(world);
  await provokeErrors(world, planted);
}, 180_000);
afterAll(() => world.close());

test('much went wrong: PostgreSQL refused rows, jobs failed, and processes died', async () => {
  const log = readFileSync(join(clusterFolder(world), 'postgres.log'), 'utf8');
  const refused = [...log.matchAll(/relation "(\w+)" violates check constraint "refused"/g)].map(([, table]) => table);
  expect(new Set(refused).size).toBeGreaterThan(3);
  expect(log).toMatch(/database system was (interrupted|not properly shut down)/);
  const { rows } = await asSuperuser(world, (client) =>
    client.query("SELECT DISTINCT name FROM pgboss.job WHERE output IS NOT NULL AND output::text <> 'null'"),
  );
  expect(rows.length).toBeGreaterThan(0);
});

test('no secret and no text of a message is where it does not belong', async () => {
  const { found, looked } = await searchPlaces(world, planted.secrets);
  expect(found).toEqual([]);
  // Looking nowhere would find nothing either; there is no core to look at.
  for (const place of PLACES) expect(looked[place], place).toBeGreaterThan(place === 'core' ? -1 : 0);
  expect(looked.core).toBe(0);
  expect(looked['command line']).toBeGreaterThan(8);
});

test('what is put there is found in every place', async () => {
  const { dataDir, root } = world.context;
  const canary = `canary-${performance.timeOrigin}-荔枝`;
  const hex = Buffer.from(canary).toString('hex');
  appendFileSync(join(dataDir, 'logs/worker.log'), `{"error":"${encodeURIComponent(canary)}"}\n`);
  writeFileSync(join(dataDir, 'mailbox/canary.json'), JSON.stringify({ text: Buffer.from(canary).toString('base64') }));
  writeFileSync(join(dataDir, 'core.1'), Buffer.from(canary));
  await asSuperuser(world, async (client) => {
    await expect(client.query(`SELECT 1 / 0 AS "${canary}"`)).rejects.toThrow();
    await client.query("UPDATE pgboss.job SET output = jsonb_build_object('message', $1::text)", [hex]);
  });
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume()', hex], {
    cwd: root,
    env: { NODE_ENV: 'production', CANARY: canary },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  await once(child, 'spawn');
  const { found } = await searchPlaces(world, [{ what: 'canary', value: canary }]);
  child.stdin.end();
  expect(new Set(found.map(({ place }) => place))).toEqual(new Set(PLACES));
});
