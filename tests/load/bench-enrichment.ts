import { setTimeout as sleep } from 'node:timers/promises';
import { crowdExternalId, crowdRoomId, crowdUserid } from '@highwater/wecom-simulator';
import { setFaultStage } from '../faults/fault-stage.ts';
import { createStageClock } from '../faults/shift-clock.ts';
import { createApiVictim, createWorkerVictim } from '../faults/victims.ts';
import { giveBenchSecrets, makeBenchCompany, type BenchCompany } from './bench-company.ts';
import { peakRssMib } from './process-figures.ts';

export interface EnrichmentFigures {
  /** People and rooms that messages named. */
  readonly ids: number;
  readonly complete: number;
  /** By API: calls, the most in any minute and hour of the clock, and those over WeCom's limits. */
  readonly calls: Readonly<Record<string, { calls: number; highestMinute: number; highestHour: number; over: number }>>;
  readonly callsOverLimits: number;
  readonly seconds: number;
  readonly simulatedMinutes: number;
  readonly workerPeakRssMib: number;
  readonly holds: boolean;
}

/** Of the ids; the others are customers. */
const EMPLOYEE_SHARE = 0.3;
const ROOM_SHARE = 0.05;
const PEOPLE_OF_MESSAGE = 100;
/** The clock goes on by so much, so often: some hundred times as fast as the machine's. */
const STEP_MS = 10_000;
const EVERY_MS = 100;
const PATIENCE_SECONDS = 3600;

/**
 * Messages name `ids` people and rooms whom nobody knows yet; a real worker gives all of them their names through the
 * contact APIs of a simulated WeCom that counts every call against the documented limits, on one clock.
 */
export async function benchEnrichment(ids: number): Promise<EnrichmentFigures> {
  const stage = await setFaultStage();
  const clock = createStageClock(stage);
  const worker = createWorkerVictim(stage, 'apps/worker/src/main.ts', { HIGHWATER_PULL_INTERVAL_SECONDS: '86400' });
  const api = createApiVictim(stage);
  try {
    await Promise.all([api.start(), worker.start()]);
    const company = await makeBenchCompany(stage, 'Many');
    const rooms = Math.round(ids * ROOM_SHARE);
    const employees = Math.round(ids * EMPLOYEE_SHARE);
    const customers = ids - rooms - employees;
    company.corp.setCrowd({ employees, customers, rooms });
    nameAll(company, clock.now(), { employees, customers, rooms });
    await company.owner.post(`/v1/connections/${company.connectionId}/pull`);
    await giveBenchSecrets(stage, company);
    const begun = performance.now();
    const startedAt = clock.now();
    let complete = 0;
    for (let round = 0; complete < ids && performance.now() - begun < PATIENCE_SECONDS * 1000; round += 1) {
      await sleep(EVERY_MS);
      clock.advance(STEP_MS);
      if (round % 20 === 0) complete = await countComplete(company);
    }
    const calls = company.corp.calls.read();
    const callsOverLimits = Object.values(calls).reduce((sum, { over }) => sum + over, 0);
    return {
      ids,
      complete,
      calls,
      callsOverLimits,
      seconds: Math.round((performance.now() - begun) / 1000),
      simulatedMinutes: Math.round((clock.now() - startedAt) / 60_000),
      workerPeakRssMib: worker.pid === undefined ? 0 : peakRssMib(worker.pid),
      holds: complete >= ids && callsOverLimits === 0,
    };
  } finally {
    await Promise.all([worker.kill(), api.kill()]);
    await stage.close();
  }
}

function nameAll(
  { corp }: BenchCompany,
  sentAt: number,
  many: { employees: number; customers: number; rooms: number },
): void {
  const people = [
    ...Array.from({ length: many.employees }, (_, at) => crowdUserid(at)),
    ...Array.from({ length: many.customers }, (_, at) => crowdExternalId(at)),
  ];
  const messages: Buffer[] = [];
  for (let at = 0; at < people.length; at += PEOPLE_OF_MESSAGE) {
    const [from = '', ...tolist] = people.slice(at, at + PEOPLE_OF_MESSAGE);
    messages.push(compose(`m${at}`, from, tolist.length > 0 ? tolist : [crowdUserid(0)], '', sentAt));
  }
  for (let room = 0; room < many.rooms; room += 1) {
    messages.push(compose(`r${room}`, crowdUserid(0), [crowdUserid(1)], crowdRoomId(room), sentAt));
  }
  corp.archive(messages);
}

function compose(msgid: string, from: string, tolist: readonly string[], roomid: string, msgtime: number): Buffer {
  const message = { msgid, action: 'send', from, tolist, roomid, msgtime, msgtype: 'text', text: { content: 'x' } };
  return Buffer.from(JSON.stringify(message));
}

interface CoverageAnswer {
  readonly connections: readonly { readonly kinds: readonly { readonly complete: number }[] }[];
}

async function countComplete({ owner }: BenchCompany): Promise<number> {
  const { connections } = await owner.get<CoverageAnswer>('/v1/coverage');
  return connections.flatMap(({ kinds }) => kinds).reduce((sum, { complete }) => sum + complete, 0);
}
