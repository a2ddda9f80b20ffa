import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '@highwater/testkit';
import {
  crowdExternalId,
  crowdUserid,
  sendArchiveEvent,
  UNTIL_CLEARED,
  type CallbackTarget,
} from '@highwater/wecom-simulator';
import { setFaultStage } from '../faults/fault-stage.ts';
import { createStageClock } from '../faults/shift-clock.ts';
import { createApiVictim, createWorkerVictim } from '../faults/victims.ts';
import { giveBenchSecrets, makeBenchCallback, makeBenchCompany, type BenchCompany } from './bench-company.ts';

export interface ContactsFigures {
  /** Messages measured in each part. */
  readonly samples: number;
  /** From the moment at which WeCom has a message until its company can read it. */
  readonly healthyMs: { readonly p50: number; readonly p95: number };
  readonly failingMs: { readonly p50: number; readonly p95: number };
  /** Failing to healthy, of the p95. */
  readonly ratio: number;
  /** Minutes of the clock that the contact APIs failed. */
  readonly simulatedMinutes: number;
  /** Calls that came while they failed. */
  readonly failedCalls: number;
  /** Kinds of enrichment that the coverage page named with a cause while they failed. */
  readonly told: readonly string[];
  readonly seed: number;
  readonly holds: boolean;
}

const MOST_RATIO = 1.1;
const BLOCKS = 12;
const EVERY_MS = 400;
const SIMULATED_MINUTES = 60;
/** A call that hangs is held for longer than anybody waits. */
const HANG_MS = 120_000;
/** A company of the size that most are; each message comes from a customer of whom nobody has heard. */
const CROWD = { employees: 1_000, customers: 100_000, rooms: 0 };

/**
 * A company writes on and on, each time with people whom nobody knows yet. In every second block of messages all contact
 * APIs throttle, fail or hang while the clock goes on by an hour in all; the other blocks, which the clock leaves behind
 * as fast, are free of faults. Blocks alternate, so that whatever else the machine does strikes both alike.
 */
export async function benchContacts(samples: number, seed: number): Promise<ContactsFigures> {
  const stage = await setFaultStage({ durable: true });
  const clock = createStageClock(stage);
  const worker = createWorkerVictim(stage, 'apps/worker/src/main.ts', { HIGHWATER_PULL_INTERVAL_SECONDS: '86400' });
  const api = createApiVictim(stage);
  try {
    await Promise.all([api.start(), worker.start()]);
    const company = await makeBenchCompany(stage, 'Contacts');
    const { corp, owner } = company;
    corp.setCrowd(CROWD);
    await giveBenchSecrets(stage, company);
    const target = await makeBenchCallback(stage, company);
    const perBlock = Math.ceil((samples * 2) / BLOCKS);
    const minutes = SIMULATED_MINUTES / (BLOCKS / 2);
    const measured = { healthy: [] as number[], failing: [] as number[] };
    const told = new Set<string>();
    let failedCalls = 0;
    let person = seed * 1000;
    // The first messages warm everything up and count for nothing.
    for (let at = 0; at < 5; at += 1) await timeMessage(company, target, clock.now(), (person += 1));
    for (let block = 0; block < BLOCKS; block += 1) {
      const isFailing = block % 2 === 1;
      if (isFailing) failContacts(company, block);
      const before = callsOf(company);
      const waits: Promise<number>[] = [];
      for (let at = 0; at < perBlock; at += 1) {
        waits.push(timeMessage(company, target, clock.now(), (person += 1)));
        await sleep(EVERY_MS);
        clock.advance((minutes * 60_000) / perBlock - EVERY_MS);
      }
      measured[isFailing ? 'failing' : 'healthy'].push(...(await Promise.all(waits)));
      if (!isFailing) continue;
      failedCalls += callsOf(company) - before;
      for (const kind of await listStopped(owner)) told.add(kind);
      corp.faults.clear();
    }
    const healthyMs = percentiles(measured.healthy);
    const failingMs = percentiles(measured.failing);
    const ratio = Number((failingMs.p95 / healthyMs.p95).toFixed(3));
    return {
      samples: measured.failing.length,
      healthyMs,
      failingMs,
      ratio,
      simulatedMinutes: SIMULATED_MINUTES,
      failedCalls,
      told: [...told].toSorted(),
      seed,
      holds: ratio <= MOST_RATIO && told.size > 0 && failedCalls > 0,
    };
  } finally {
    await Promise.all([worker.kill(), api.kill()]);
    await stage.close();
  }
}

function percentiles(values: readonly number[]): { p50: number; p95: number } {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? Infinity);
  return { p50: at(0.5), p95: at(0.95) };
}

/** Each failing block in a way of its own, and the last ones in all ways at once. */
function failContacts({ corp }: BenchCompany, block: number): void {
  const ways = [
    { on: 'contacts', kind: 'throttle', times: UNTIL_CLEARED },
    { on: 'contacts', kind: 'http_500', times: UNTIL_CLEARED },
    { on: 'contacts', kind: 'hang', times: UNTIL_CLEARED, delayMs: HANG_MS },
  ] as const;
  const way = ways[Math.floor(block / 2) % ways.length];
  if (way !== undefined) corp.faults.plan(way);
}

/** Calls for people and rooms so far, answered or spoilt. */
function callsOf({ corp }: BenchCompany): number {
  return Object.entries(corp.calls.read())
    .filter(([api]) => !api.startsWith('message/') && api !== 'gettoken')
    .reduce((sum, [, { calls }]) => sum + calls, 0);
}

interface CoverageAnswer {
  readonly connections: readonly {
    readonly enrichments: readonly { readonly kind: string; readonly fault: string | null }[];
  }[];
}

async function listStopped(owner: BenchCompany['owner']): Promise<string[]> {
  const { connections } = await owner.get<CoverageAnswer>('/v1/coverage');
  return connections.flatMap(({ enrichments }) =>
    enrichments.flatMap(({ kind, fault }) => (fault === null ? [] : [`${kind}: ${fault}`])),
  );
}

/** Milliseconds until a message between two people of whom nobody has heard stands in its company's archive. */
async function timeMessage(
  { owner, corp }: BenchCompany,
  target: CallbackTarget,
  sentAt: number,
  person: number,
): Promise<number> {
  const msgid = `contacts_${person}`;
  const message = {
    msgid,
    action: 'send',
    from: crowdExternalId(person % CROWD.customers),
    tolist: [crowdUserid(person % CROWD.employees)],
    roomid: '',
    msgtime: sentAt,
    msgtype: 'text',
    text: { content: 'new' },
  };
  corp.archive([Buffer.from(JSON.stringify(message))]);
  const begun = performance.now();
  const status = await sendArchiveEvent(corp.corpId, target, sentAt, undefined);
  if (status !== 200) throw new Error(`The callback was answered with ${status}.`);
  await waitUntil(
    'a new message is readable',
    async () => {
      const { items } = await owner.get<{ items: { msgid: string }[] }>('/v1/messages/search?limit=20');
      return items.some((item) => item.msgid === msgid);
    },
    { seconds: 120, everyMs: 25 },
  );
  return performance.now() - begun;
}
