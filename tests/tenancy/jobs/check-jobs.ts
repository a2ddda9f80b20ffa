import { QUEUE_NAMES, type QueueName } from '@highwater/jobs';
import { waitUntil } from '@highwater/testkit';
import type pg from 'pg';
import { asSuperuser } from '../../faults/fault-stage.ts';
import { createMadeUp } from '../made-up.ts';
import type { TenancyStage } from '../tenancy-stage.ts';
import { PLANS, type Hands, type JobCompany, type Plan } from './job-plans.ts';
import { differences, lookAround, type Looked } from './look-around.ts';
import { startJobServer, type Payload } from './start-job-server.ts';

export interface JobFigures {
  readonly queues: number;
  /** Jobs of one company with ids of the other. */
  readonly crossed: number;
  /** Jobs with ids of their own, which did what they are for. */
  readonly rightful: number;
  readonly problems: readonly string[];
}

const ID = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/;

/**
 * Every queue's job of one company with the ids of the other, in both directions: no row, object, mail, job or call to
 * WeCom comes of it. Then the same jobs as they were asked for: they do something, and nothing of the other company. The
 * stage's own worker must be stopped.
 */
export async function checkJobs(stage: TenancyStage, seed: number): Promise<JobFigures> {
  const { world, bare } = stage;
  const { a, b, actors, simulatorUrl } = world;
  const ownerIdOf = async (): Promise<string> => (await actors.ownerB.get<{ memberId: string }>('/v1/me')).memberId;
  const common = { madeUp: createMadeUp(seed ^ 0x10b), simulatorUrl };
  const ofA: JobCompany = { ...a, ...common, owner: actors.owner, ownerId: a.members.owner };
  const ofB: JobCompany = { ...b, ...common, owner: actors.ownerB, ownerId: await ownerIdOf() };
  const server = await startJobServer(bare);
  try {
    return await asSuperuser(bare, (client) => {
      const place = { client, dataDir: bare.context.dataDir, simulatorUrl, companies: [ofA, ofB] };
      return tryQueues(ofA, ofB, { client, run: server.run, look: () => lookAround(place) });
    });
  } finally {
    await server.close();
  }
}

interface Means {
  readonly client: pg.Client;
  readonly run: Hands['run'];
  readonly look: () => Promise<Looked>;
}

async function tryQueues(ofA: JobCompany, ofB: JobCompany, means: Means): Promise<JobFigures> {
  const { client, run, look } = means;
  const problems = QUEUE_NAMES.filter((queue) => !(queue in PLANS)).map((queue) => `${queue}: nobody tries its jobs`);
  const sums = { crossed: 0, rightful: 0 };
  const hands = handsOf(means);
  // What the worker that was stopped had not come to.
  await client.query('DELETE FROM pgboss.job');
  for (const [name, plan] of Object.entries(PLANS)) {
    const queue = name as QueueName;
    try {
      const [own, foreign] = [await payloadOf(queue, plan, ofA, hands), await payloadOf(queue, plan, ofB, hands)];
      let before = await look();
      for (const [payload, about] of crossings(own, foreign, plan.names)) {
        const outcome = await run(queue, payload);
        const after = await look();
        sums.crossed += 1;
        const changed = [ofA, ofB].flatMap(({ tenantId }) => differences(before.of(tenantId), after.of(tenantId)));
        for (const what of [...changed, ...differences(before.rest, after.rest)])
          problems.push(`${queue}, ${about} (${outcome}): LEAK: ${what}`);
        before = after;
      }
      for (const [payload, mine, other] of [
        [own, ofA, ofB],
        [foreign, ofB, ofA],
      ] as const) {
        const outcome = await run(queue, payload);
        const after = await look();
        sums.rightful += 1;
        const done = [
          ...differences(before.of(mine.tenantId), after.of(mine.tenantId)),
          ...differences(before.rest, after.rest),
        ];
        if (outcome !== 'done') problems.push(`${queue}, asked for rightly: ended with ${outcome}`);
        if (plan.leavesNothing === undefined && done.length === 0)
          problems.push(`${queue}, asked for rightly: does nothing`);
        for (const what of differences(before.of(other.tenantId), after.of(other.tenantId)))
          problems.push(`${queue}, asked for rightly: LEAK: ${what} of the other company`);
        before = after;
      }
    } catch (error) {
      problems.push(`${queue}: could not be tried: ${error instanceof Error ? error.message : ''}`);
    }
  }
  return { queues: QUEUE_NAMES.length, ...sums, problems };
}

async function payloadOf(queue: QueueName, plan: Plan, company: JobCompany, hands: Hands): Promise<Payload> {
  // What came of the jobs before is not what is asked for now.
  if (plan.ask !== undefined) await hands.forget(queue, company);
  return (await plan.ask?.(company, hands)) ?? hands.take(queue, company);
}

/** One company's job with ids of the other: all of them, and each alone. */
function crossings(
  own: Payload,
  foreign: Payload,
  names: readonly string[] = [],
): readonly (readonly [Payload, string])[] {
  const ids = Object.keys(own).filter(
    (name) => name !== 'tenantId' && !names.includes(name) && ID.test(String(own[name])),
  );
  if (ids.length === 0) return [];
  const whole = [
    [{ ...own, tenantId: foreign['tenantId'] ?? '' }, 'of company B with everything of company A'],
    [{ ...foreign, tenantId: own['tenantId'] ?? '' }, 'of company A with everything of company B'],
  ] as const;
  if (ids.length === 1) return whole;
  const alone = ids.map(
    (name) => [{ ...foreign, [name]: own[name] ?? '' }, `of company B with the ${name} of company A`] as const,
  );
  return [...whole, ...alone];
}

function handsOf({ client, run }: Means): Hands {
  /** The newest of the jobs that wait, which take the same thing in hand; all of them leave the queue. */
  async function find(queue: QueueName, { tenantId }: JobCompany): Promise<Payload | undefined> {
    const { rows } = await client.query<{ data: Payload }>(
      `WITH taken AS (DELETE FROM pgboss.job WHERE name = $1 AND data->>'tenantId' = $2 RETURNING data, created_on)
       SELECT data FROM taken ORDER BY created_on DESC LIMIT 1`,
      [queue, tenantId],
    );
    return rows[0]?.data;
  }
  const hands: Hands = {
    run,
    async forget(queue, company) {
      await find(queue, company);
    },
    take: (queue, company) => waitUntil(`a job of ${queue} is asked for`, () => find(queue, company), { seconds: 5 }),
    async drain(queues, company) {
      for (let found = true; found;) {
        found = false;
        for (const queue of queues) {
          const payload = await find(queue, company);
          if (payload === undefined) continue;
          found = true;
          await run(queue, payload);
        }
      }
    },
    async sql(text, values) {
      await client.query(text, [...values]);
    },
    later(asked) {
      asked.catch(() => undefined);
    },
  };
  return hands;
}
