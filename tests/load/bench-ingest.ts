import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { connectSimulatedCorp, createVisitor, waitUntil } from '@highwater/testkit';
import { asSuperuser, setFaultStage, type FaultStage } from '../faults/fault-stage.ts';
import { createApiVictim, createWorkerVictim } from '../faults/victims.ts';
import { composeTexts } from './compose-texts.ts';
import { familySeconds, peakRssMib, processorSeconds } from './process-figures.ts';

export interface IngestFigures {
  readonly messages: number;
  readonly seconds: number;
  /** From the request to pull until the last message can be found and read. */
  readonly messagesPerSecond: number;
  /** RSA-2048 private operations that all cores of this machine did in a second, before and after the run: the ceiling. */
  readonly rsaPerSecond: number;
  readonly ratio: number;
  readonly workerPeakRssMib: number;
  /** Of the database with its indexes, what the run added. */
  readonly bytesPerMessage: number;
  /** Processor time per message, in microseconds. */
  readonly processorMicros: Readonly<Record<'worker' | 'database' | 'simulator' | 'api', number>>;
  readonly seed: number;
  readonly holds: boolean;
}

/** What the ingest is held to, against the ceiling of the same run. The aim is a half. */
const LEAST_RATIO = 0.35;
const MOST_RSS_MIB = 400;

/**
 * A company's history pulled, kept, opened, sealed, tokenised and committed, through the real processes, with every
 * commit on the disk and row-level security on. WeCom's side of it was sealed before the clock starts.
 */
export async function benchIngest(
  messages: number,
  seed: number,
  rsaPerSecond: () => Promise<number>,
): Promise<IngestFigures> {
  const stage = await setFaultStage({ durable: true });
  const [api, worker] = [createApiVictim(stage), createWorkerVictim(stage, 'apps/worker/src/main.ts')];
  try {
    await Promise.all([api.start(), worker.start()]);
    const { urls } = stage.context;
    const owner = createVisitor(urls.portal, urls.api);
    await owner.signUp({ name: 'Owner', email: 'owner@bench.highwater.example', password: 'a long enough password' });
    await owner.post('/v1/me/companies', { name: 'Bench Ltd', zone: 'Asia/Shanghai', language: 'en' });
    const { corpId, connectionId } = await connectSimulatedCorp(owner, urls.simulator, {
      name: 'Bench',
      talking: false,
    });
    const corp = stage.simulator.corps.find(corpId);
    if (corp === undefined) throw new Error('The corp is gone.');
    // Sealed first and shown to the worker, which pulls every second, at once.
    const texts = composeTexts(messages, seed);
    corp.sealAhead(texts);
    const before = await rsaPerSecond();

    const bytesBefore = await databaseBytes(stage);
    const spent = (): IngestFigures['processorMicros'] => ({
      worker: processorSeconds(worker.pid ?? 0),
      database: familySeconds(postmasterOf(stage)),
      simulator: processorSeconds(process.pid),
      api: processorSeconds(api.pid ?? 0),
    });
    corp.archive(texts);
    const spentBefore = spent();
    const begun = performance.now();
    // Archiving kept this process so busy that connections ended unnoticed; they are noticed now.
    await sleep(50);
    await owner.post(`/v1/connections/${connectionId}/pull`);
    await asSuperuser(stage, (client) =>
      waitUntil('every message is opened', () => isOpened(client, messages), { seconds: 900, everyMs: 200 }),
    );
    await waitUntil(
      'every message is readable',
      async () => (await owner.get<{ storedMessages: number }>('/v1/overview')).storedMessages >= messages,
      { seconds: 60, everyMs: 100 },
    );
    const seconds = (performance.now() - begun) / 1000;
    const spentAfter = spent();
    const workerPeakRssMib = peakRssMib(worker.pid ?? 0);
    const bytesPerMessage = Math.round(((await databaseBytes(stage)) - bytesBefore) / messages);
    await worker.kill();
    const ceiling = (before + (await rsaPerSecond())) / 2;

    const messagesPerSecond = Math.round(messages / seconds);
    const ratio = Number((messagesPerSecond / ceiling).toFixed(3));
    const micros = (name: keyof typeof spentAfter): number =>
      Math.round(((spentAfter[name] - spentBefore[name]) * 1e6) / messages);
    return {
      messages,
      seconds: Number(seconds.toFixed(1)),
      messagesPerSecond,
      rsaPerSecond: Math.round(ceiling),
      ratio,
      workerPeakRssMib,
      bytesPerMessage,
      processorMicros: {
        worker: micros('worker'),
        database: micros('database'),
        simulator: micros('simulator'),
        api: micros('api'),
      },
      seed,
      holds: ratio >= LEAST_RATIO && workerPeakRssMib <= MOST_RSS_MIB,
    };
  } finally {
    await Promise.all([worker.kill(), api.kill()]);
    await stage.close();
  }
}

/** Asked of pages and jobs: counting the messages themselves would slow down what is measured. */
async function isOpened(client: pg.Client, messages: number): Promise<boolean> {
  const { rows } = await client.query<{ pulled: number }>(
    'SELECT coalesce(sum(count), 0)::int AS pulled FROM hw.pages',
  );
  if ((rows[0]?.pulled ?? 0) < messages) return false;
  const waiting = await client.query(
    "SELECT FROM pgboss.job WHERE name IN ('pull-archive', 'open-page') AND state < 'completed' LIMIT 1",
  );
  return waiting.rowCount === 0;
}

async function databaseBytes(stage: FaultStage): Promise<number> {
  return asSuperuser(stage, async (client) => {
    const { rows } = await client.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes');
    return Number(rows[0]?.bytes ?? 0);
  });
}

function postmasterOf(stage: FaultStage): number {
  const { folder } = JSON.parse(readFileSync(join(stage.context.dataDir, 'postgres.json'), 'utf8')) as {
    folder: string;
  };
  return Number.parseInt(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8'), 10);
}
