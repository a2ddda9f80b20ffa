import { randomBytes, randomUUID } from 'node:crypto';
import {
  createOpeningPool,
  createSearchHashers,
  createTenantKeys,
  makeBoxKeyPair,
  makeDataKey,
  attemptSecretPlace,
  sealToBox,
  wrapDataKey,
} from '@highwater/crypto';
import { findWrappedKey, insertTenant, inTenant, type LoginSettings, type TenantTx } from '@highwater/db';
import type { AttemptId, ConnectionId, FailpointName, Log, TenantId } from '@highwater/domain';
import { QUEUES } from '@highwater/jobs';
import { createBoss, createEnqueueJob, createEnqueueJobs } from '@highwater/jobs/boss';
import { createTestDatabase } from '@highwater/testkit';
import { checkConnection } from '../connections/check-connection.ts';
import type { ChainDeps } from '../deps.ts';
import { createChainHandlers, type ChainHandlers, type ChainQueue } from '../chain-handlers.ts';
import { createMessageKeys } from '../open/message-keys.ts';
import { FakeContacts } from './fake-contacts.ts';
import { FakeCopyMaker } from './fake-copy-maker.ts';
import { FakeFinance } from './fake-finance.ts';
import { MemoryStore } from './memory-store.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined, child: () => quiet };

const CHAIN_QUEUES: readonly ChainQueue[] = [
  'check-connection',
  'run-preflight',
  'check-secret',
  'pull-archive',
  'repull-range',
  'open-page',
  'make-key',
  'reopen-pages',
  'reparse-messages',
  'enrich',
  'fetch-media',
  'make-copies',
  'check-index',
  'index-messages',
];

export class Killed extends Error {}

export type ChainFixture = Awaited<ReturnType<typeof createChainFixture>>;

/** A worker's chain over a database of its own, a WeCom in memory, a clock that stands still, and the real queue. */
export async function createChainFixture(
  superuser: LoginSettings,
  { largestFileBytes = 4_000_000 }: { readonly largestFileBytes?: number } = {},
) {
  const test = await createTestDatabase(superuser);
  const { database } = test;
  const boss = createBoss(test.login('hw_app'), 'sender', () => undefined);
  await boss.start();
  const finance = new FakeFinance();
  const contacts = new FakeContacts();
  const objects = new MemoryStore();
  const copyMaker = new FakeCopyMaker();
  const opening = createOpeningPool({ threads: 0 });
  const box = makeBoxKeyPair();
  const kek = randomBytes(32);
  const clock = { at: Date.UTC(2026, 10, 22, 8), now: () => clock.at };
  const armed: { name?: FailpointName; hits: number } = { hits: 0 };
  const tenantKeys = createTenantKeys({
    kek,
    loadWrapped: (tenantId) => inTenant(database, tenantId, findWrappedKey),
  });
  const deps: ChainDeps & { messageKeys: ReturnType<typeof createMessageKeys> } = {
    database,
    clock,
    log: quiet,
    failpoint(name) {
      if (name === armed.name && --armed.hits === 0) throw new Killed(name);
    },
    tenantKeys,
    messageKeys: createMessageKeys(tenantKeys, createSearchHashers(tenantKeys)),
    finance,
    contacts,
    opening,
    objects,
    copies: { maker: copyMaker, version: 1 },
    searchWriter: null,
    enqueue: createEnqueueJob(boss),
    enqueueMany: createEnqueueJobs(boss),
    settings: {
      boxPublicPem: box.publicPem,
      boxPrivatePem: box.privatePem,
      pullIntervalMs: 300_000,
      largestFileBytes,
    },
  };
  const handlers = createChainHandlers(deps);

  return {
    database,
    deps,
    boss,
    finance,
    contacts,
    objects,
    copyMaker,
    clock,
    box,
    login: test.login,

    /** The next `hits`th time this place is reached, the work ends there as a kill would end it. */
    killAt(name: FailpointName, hits = 1): void {
      armed.name = name;
      armed.hits = hits;
    },

    /** Gives the corp of the fake a new id, so that the next tenant can connect it. */
    freeCorp(): void {
      finance.corpId = `ww${randomUUID().replaceAll('-', '').slice(0, 16)}`;
    },

    async makeTenant(): Promise<TenantId> {
      const tenantId = randomUUID() as TenantId;
      const wrappedDataKey = wrapDataKey(kek, tenantId, 1, makeDataKey());
      await inTenant(database, tenantId, (tx) =>
        insertTenant(tx, {
          name: '果园',
          zone: 'Asia/Shanghai',
          language: 'zh-CN',
          createdAt: clock.at,
          wrappedDataKey,
        }),
      );
      return tenantId;
    },

    async makeAttempt(
      tenantId: TenantId,
      corpId: string = finance.corpId,
      secret: string = finance.archiveSecret,
    ): Promise<AttemptId> {
      const attemptId = randomUUID() as AttemptId;
      const sealed = sealToBox(box.publicPem, attemptSecretPlace(tenantId, attemptId), Buffer.from(secret));
      await inTenant(database, tenantId, (tx) =>
        tx.query(
          `INSERT INTO hw.connection_attempts (tenant_id, attempt_id, corp_id, name, secret_sealed, state, started_by, started_at, expires_at)
           VALUES ($1, $2, $3, '总部', $4, 'checking', $5, $6, $7)`,
          [tenantId, attemptId, corpId, sealed, randomUUID(), new Date(clock.at), new Date(clock.at + 86_400_000)],
        ),
      );
      return attemptId;
    },

    /** A tenant with a connection that the chain itself made. */
    async connect(tenantId: TenantId): Promise<{ connectionId: ConnectionId; publicPem: string }> {
      const attemptId = await this.makeAttempt(tenantId);
      await checkConnection(deps, tenantId, attemptId);
      const rows = await this.read<{ connectionId: ConnectionId; publicPem: string }>(
        tenantId,
        'SELECT connection_id AS "connectionId", public_pem AS "publicPem" FROM hw.connection_keys',
      );
      const [row] = rows;
      if (row === undefined) throw new Error('the fixture could not connect');
      return row;
    },

    /** Asks the queue to check an attempt. */
    async enqueueCheck(tenantId: TenantId, attemptId: AttemptId): Promise<void> {
      await inTenant(database, tenantId, (tx) => deps.enqueue(tx, 'check-connection', { tenantId, attemptId }));
    },

    /** Asks the queue to pull every connection of a tenant. */
    async enqueuePull(tenantId: TenantId): Promise<void> {
      await inTenant(database, tenantId, async (tx) => {
        const { rows } = await tx.query<{ id: ConnectionId }>('SELECT connection_id AS id FROM hw.connections');
        for (const { id } of rows) await deps.enqueue(tx, 'pull-archive', { tenantId, connectionId: id });
      });
    },

    async read<Row extends object>(tenantId: TenantId, text: string, values: readonly unknown[] = []): Promise<Row[]> {
      return inTenant(database, tenantId, async (tx: TenantTx) => (await tx.query<Row>(text, values)).rows);
    },

    /** Does what waits in the queues until nothing does; returns how many jobs that were. */
    async drain(queues: readonly ChainQueue[] = CHAIN_QUEUES): Promise<number> {
      let done = 0;
      for (let before = -1; before !== done;) {
        before = done;
        for (const queue of queues) {
          for (const job of await boss.fetch<object>(queue, { batchSize: 100 })) {
            await runJob(handlers, queue, job.data);
            await boss.complete(queue, job.id);
            done += 1;
          }
        }
      }
      return done;
    },

    async close(): Promise<void> {
      await boss.stop({ graceful: false });
      await opening.close();
      await test.drop();
    },
  };
}

async function runJob<Name extends ChainQueue>(handlers: ChainHandlers, queue: Name, data: unknown): Promise<void> {
  const handle = handlers[queue] as (payload: unknown) => Promise<void>;
  await handle(QUEUES[queue].payload.parse(data));
}
