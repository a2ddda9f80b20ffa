import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil, type Visitor } from '@highwater/testkit';
import { sendArchiveEvent, type CallbackTarget } from '@highwater/wecom-simulator';
import { setFaultStage } from '../faults/fault-stage.ts';
import { createApiVictim, createWorkerVictim } from '../faults/victims.ts';
import { makeBenchCallback, makeBenchCompany, type BenchCompany } from './bench-company.ts';
import { composeTexts } from './compose-texts.ts';

export interface FairnessFigures {
  /** Messages that wait in one tenant when the other begins to write. */
  readonly backlog: number;
  /** Messages of the other tenant that were measured while the backlog lasted. */
  readonly samples: number;
  /** From the moment at which WeCom has a message until its company can read it. */
  readonly p50Seconds: number;
  readonly p95Seconds: number;
  readonly worstSeconds: number;
  /** Of the tenant with the backlog, meanwhile. */
  readonly backlogMessagesPerSecond: number;
  readonly seed: number;
  readonly holds: boolean;
}

const MOST_SECONDS = 10;
const EVERY_MS = 2000;
/** Fewer say nothing about the twentieth that is slowest. */
const LEAST_SAMPLES = 20;

/**
 * One company's backlog is pulled and opened; another, which WeCom tells of each message as it does after a quiet quarter
 * of a minute, writes one every two seconds. Real processes, commits on the disk, and no pull that nobody asked for.
 */
export async function benchFairness(backlog: number, seed: number): Promise<FairnessFigures> {
  const stage = await setFaultStage({ durable: true });
  const worker = createWorkerVictim(stage, 'apps/worker/src/main.ts', { HIGHWATER_PULL_INTERVAL_SECONDS: '300' });
  const api = createApiVictim(stage);
  try {
    await Promise.all([api.start(), worker.start()]);
    const big = await makeBenchCompany(stage, 'Big');
    const small = await makeBenchCompany(stage, 'Small');
    const target = await makeBenchCallback(stage, small);
    const texts = composeTexts(backlog, seed);
    big.corp.sealAhead(texts);
    big.corp.archive(texts);
    // Sealing kept this process so busy that connections ended unnoticed; they are noticed now.
    await sleep(500);
    const begun = performance.now();
    await big.owner.post(`/v1/connections/${big.connectionId}/pull`);
    await waitUntil('the backlog is being opened', async () => (await storedOf(big.owner)) > 0, { seconds: 60 });

    const waits: Promise<number>[] = [];
    let stored = 0;
    for (let at = 0; stored < backlog; at += 1) {
      waits.push(timeMessage(small, target, `s${seed}_${at}`));
      await sleep(EVERY_MS);
      stored = await storedOf(big.owner);
    }
    const seconds = (performance.now() - begun) / 1000;
    const sorted = (await Promise.all(waits)).toSorted((one, other) => one - other);
    const at = (share: number): number => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? Infinity).toFixed(2));
    return {
      backlog,
      samples: sorted.length,
      p50Seconds: at(0.5),
      p95Seconds: at(0.95),
      worstSeconds: at(1),
      backlogMessagesPerSecond: Math.round(backlog / seconds),
      seed,
      holds: sorted.length >= LEAST_SAMPLES && at(0.95) <= MOST_SECONDS,
    };
  } finally {
    await Promise.all([worker.kill(), api.kill()]);
    await stage.close();
  }
}

async function storedOf(owner: Visitor): Promise<number> {
  return (await owner.get<{ storedMessages: number }>('/v1/overview')).storedMessages;
}

/** Seconds until a new message stands first in its company's archive. */
async function timeMessage({ owner, corp }: BenchCompany, target: CallbackTarget, msgid: string): Promise<number> {
  const message = {
    msgid,
    action: 'send',
    from: 'ann',
    tolist: ['bob'],
    roomid: '',
    msgtime: Date.now(),
    msgtype: 'text',
  };
  corp.archive([Buffer.from(JSON.stringify({ ...message, text: { content: 'new' } }))]);
  const begun = performance.now();
  const status = await sendArchiveEvent(corp.corpId, target, Date.now(), undefined);
  if (status !== 200) throw new Error(`The callback was answered with ${status}.`);
  await waitUntil(
    'a new message is readable',
    async () => {
      const { items } = await owner.get<{ items: { msgid: string }[] }>('/v1/messages/search?limit=50');
      return items.some((item) => item.msgid === msgid);
    },
    { seconds: 120, everyMs: 200 },
  );
  return (performance.now() - begun) / 1000;
}
