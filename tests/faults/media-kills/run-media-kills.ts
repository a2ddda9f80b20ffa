import type { FailpointName } from '@highwater/domain';
import { askConsole } from '@highwater/testkit';
import { wait, waitUntil } from '../../../infra/processes/wait.ts';
import { listObjects } from '../compare-with-source.ts';
import { asSuperuser } from '../fault-stage.ts';
import { setFaultWorld, type FaultWorld } from '../fault-world.ts';
import { beginLife, type Life } from '../life.ts';
import { createRandom } from '../seeded-random.ts';
import { countRepeats, type AnsweredShard, type Repeats } from './count-repeats.ts';
import { planFiles, type PlannedFile } from './plan-files.ts';
import { findDifference } from './read-back.ts';
import { watchMemory } from './watch-memory.ts';

export interface MediaKillsReport extends Repeats {
  readonly seed: number;
  readonly files: number;
  readonly bytes: number;
  readonly kills: number;
  readonly byPlace: Readonly<Record<string, number>>;
  /** Of the worker, its highest over all its lives. */
  readonly mostMemoryMib: number;
  readonly contents: number;
  readonly fetchSeconds: number;
  readonly seconds: number;
  readonly problems: readonly string[];
  readonly holds: boolean;
}

export interface MediaKillsOptions {
  readonly files: number;
  readonly kills: number;
  readonly seed: number;
  readonly report?: (line: string) => void;
}

const PLACES: readonly FailpointName[] = [
  'media.shard',
  'media.segment',
  'media.content',
  'media.stored',
  'media.committed',
  'media.cleared',
];
/** Places passed at every shard, by how many files at once. */
const OF_SHARDS: readonly FailpointName[] = ['media.shard', 'media.segment'];
const SHARD = 524_288;
const MOST_MEMORY_MIB = 400;
/** How long a worker may take to its failpoint before it is killed where it is. */
const PATIENCE_MS = 15_000;
/** Longer than what a dead worker held stays held. */
const CLAIMS_OVER_MS = 15_000;
const SETTLE_MS = 600_000;

/**
 * A worker fetches files and is killed again and again, inside failpoints and at random moments; then every file is
 * downloaded through the API and compared with its source, and the store with the rows. Same seed, same files and kills.
 */
export async function runMediaKills(options: MediaKillsOptions): Promise<MediaKillsReport> {
  const begun = performance.now();
  const files = planFiles(options.files, options.seed);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const world = await setFaultWorld();
  const memory = watchMemory(world.worker);
  try {
    const life = await beginLife(world);
    // Stopped and not killed, once: what it compiled is kept for its next starts.
    await world.worker.stop();
    await sendFiles(world, life, files);
    const begunFetching = performance.now();
    const { byPlace, times } = await killWhileFetching(world, options, bytes);
    await world.queue.letTimePass();
    world.clock.advance(CLAIMS_OVER_MS);
    await world.worker.start();
    await waitUntil(async () => (await countFiles(world)).wanted === 0, SETTLE_MS, 500);
    const fetchSeconds = Math.round((performance.now() - begunFetching) / 1000);
    options.report?.(`fetched in ${fetchSeconds} s`);
    const mostMemoryMib = memory.stop();
    const problems = await compare(world, life, files);
    const { shards } = await askConsole<{ shards: AnsweredShard[] }>(
      world.context.urls.simulator,
      'GET',
      `/corps/${life.corpId}/shards`,
    );
    const repeats = countRepeats(shards, times);
    if (repeats.unexplained > 0) problems.push(`${repeats.unexplained} shards came again that were not in flight`);
    if (mostMemoryMib > MOST_MEMORY_MIB) problems.push(`the worker held ${mostMemoryMib} MiB`);
    return {
      seed: options.seed,
      files: files.length,
      bytes,
      kills: times.length,
      byPlace,
      ...repeats,
      mostMemoryMib,
      contents: await countRows(world, 'SELECT count(*) AS count FROM hw.contents'),
      fetchSeconds,
      seconds: Math.round((performance.now() - begun) / 1000),
      problems,
      holds: problems.length === 0,
    };
  } finally {
    memory.stop();
    await world.close();
  }
}

async function sendFiles(world: FaultWorld, { corpId }: Life, files: readonly PlannedFile[]): Promise<void> {
  const ofCorp = <Answer>(path: string, body: object): Promise<Answer> =>
    askConsole<Answer>(world.context.urls.simulator, 'POST', `/corps/${corpId}${path}`, body);
  const messages: object[] = [];
  for (const [at, { seed, size }] of files.entries()) {
    const ticket = await ofCorp<{ sdkfileid: string; md5sum: string; filesize: number }>('/media', { size, seed });
    const file = { ...ticket, filename: `${at}.bin`, fileext: 'bin' };
    const about = { msgid: `mediakill${at}_${world.clock.now()}`, action: 'send', from: 'wangqiang', tolist: ['lina'] };
    messages.push({ ...about, roomid: '', msgtime: world.clock.now(), msgtype: 'file', file });
  }
  await ofCorp('/messages', { messages });
}

async function killWhileFetching(world: FaultWorld, { kills, seed, files, report }: MediaKillsOptions, bytes: number) {
  const random = createRandom(seed + 1);
  const byPlace: Record<string, number> = {};
  const times: number[] = [];
  // So that the kills are spread over all files.
  const shardsPerKill = Math.max(2, Math.floor(bytes / SHARD / kills));
  // Only some files have segments to clear.
  const filesPerKill = Math.max(1, Math.floor(files / kills / 2));
  while (times.length < kills) {
    const { wanted, all } = await countFiles(world);
    if (wanted === 0 && all > files / 2) break;
    await world.queue.letTimePass();
    // What the dead one held is free, and the next pull is due.
    world.clock.advance(CLAIMS_OVER_MS);
    // Every place in turn, and one wherever it is.
    const place = PLACES[times.length % (PLACES.length + 1)];
    if (place === undefined) {
      await world.worker.start();
      await wait(300 + random() * 2500);
      await world.worker.kill();
      byPlace['worker'] = (byPlace['worker'] ?? 0) + 1;
    } else {
      const most = OF_SHARDS.includes(place) ? shardsPerKill : filesPerKill;
      world.worker.launch(`${place}@${1 + Math.floor(random() * most)}`);
      const end = await world.worker.ends(PATIENCE_MS);
      if (end === 'failed') throw new Error('the worker did not start');
      await world.worker.kill();
      const struck = end === 'killed' ? place : 'worker';
      byPlace[struck] = (byPlace[struck] ?? 0) + 1;
    }
    times.push(Date.now());
    if (times.length % 10 === 0) report?.(`${times.length} kills, ${wanted} of ${all} files wanted`);
  }
  return { byPlace, times };
}

async function countFiles(world: FaultWorld): Promise<{ wanted: number; all: number }> {
  return asSuperuser(world, async (client) => {
    const { rows } = await client.query<{ wanted: number; all: number }>(
      `SELECT count(*) FILTER (WHERE state = 'wanted')::int AS wanted, count(*)::int AS all FROM hw.media`,
    );
    return rows[0] ?? { wanted: 0, all: 0 };
  });
}

async function countRows(world: FaultWorld, sql: string): Promise<number> {
  return asSuperuser(world, async (client) => Number((await client.query<{ count: string }>(sql)).rows[0]?.count ?? 0));
}

async function compare(world: FaultWorld, { owner }: Life, files: readonly PlannedFile[]): Promise<string[]> {
  const problems: string[] = [];
  const rows = await asSuperuser(
    world,
    async (client) =>
      (
        await client.query<{ id: string; name: string; state: string; fault: string | null; md5: string | null }>(
          `SELECT media_id AS id, file_name AS name, state, fault, md5_state AS md5 FROM hw.media WHERE file_name LIKE '%.bin'`,
        )
      ).rows,
  );
  if (rows.length !== files.length) problems.push(`${rows.length} of ${files.length} files are known`);
  for (const { id, name, state, fault, md5 } of rows) {
    const file = files[Number.parseInt(name, 10)];
    if (file === undefined || state !== 'stored' || fault !== null || md5 !== 'agreed') {
      problems.push(`${name} is ${state}, fault ${fault ?? 'none'}, md5 ${md5 ?? 'unknown'}`);
      continue;
    }
    const difference = await findDifference(owner, id, file);
    if (difference !== undefined) problems.push(`${name} ${difference}`);
  }
  // What is left of segments after the last kill goes with the next sweeps.
  await waitUntil(async () => (await findOrphans(world)).length === 0, 30_000, 500);
  return [...problems, ...(await findOrphans(world))];
}

async function findOrphans(world: FaultWorld): Promise<string[]> {
  const objects = listObjects(world.objectsFolder);
  const named = await asSuperuser(world, async (client) =>
    (
      await client.query<{ name: string }>(
        `SELECT object_name AS name FROM hw.media WHERE object_name IS NOT NULL
         UNION SELECT object_name FROM hw.contents WHERE state = 'stored'
         UNION SELECT object_name FROM hw.media_copies WHERE object_name IS NOT NULL`,
      )
    ).rows.map(({ name }) => name),
  );
  const known = new Set(named);
  const orphans = [...objects].filter((name) => !known.has(name)).length;
  const lost = named.filter((name) => !objects.has(name)).length;
  return [
    ...(orphans > 0 ? [`${orphans} objects belong to nothing`] : []),
    ...(lost > 0 ? [`${lost} objects are not there`] : []),
  ];
}
