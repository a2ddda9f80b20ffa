import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createSearchHashers, createTenantKeys, makeBoxKeyPair } from '@highwater/crypto';
import {
  createIdentityPool,
  createPostgresSearchIndex,
  findWrappedKey,
  inTenant,
  type LoginSettings,
} from '@highwater/db';
import type { Clock, Log, LogFields } from '@highwater/domain';
import type { JobPayload, QueueName } from '@highwater/jobs';
import { createTokenCompiler } from '@highwater/search';
import { createTestDatabase, type TestDatabase } from '@highwater/testkit';
import type { ApiDeps } from '../api-deps.ts';
import { createApp } from '../create-app.ts';
import { createIdentity } from '../identity/create-identity.ts';
import { signUp, type Browser } from './browser.ts';

export const PORTAL = 'http://127.0.0.1:4400';

export interface EnqueuedJob {
  readonly queue: QueueName;
  readonly payload: JobPayload<QueueName>;
}

/** The API in this process over a database of its own; jobs are noted instead of queued, nothing leaves. */
export interface TestApi {
  readonly deps: ApiDeps;
  readonly app: ReturnType<typeof createApp>;
  readonly database: TestDatabase;
  readonly jobs: EnqueuedJob[];
  readonly logged: (LogFields & { readonly event: string })[];
  /** PKCS#8 PEM of the worker's box. */
  readonly workerBoxPrivateKey: string;
  readonly clock: Clock & { shift(ms: number): void };
  signUp(name: string): Promise<Browser>;
  /** Rows of the identity schema. */
  identityRows<Row extends object>(text: string): Promise<Row[]>;
  stop(): Promise<void>;
}

export async function startApi(
  superuser: LoginSettings,
  { signInsPerHour = null, ...overrides }: Partial<ApiDeps> & { signInsPerHour?: number | null } = {},
): Promise<TestApi> {
  const database = await createTestDatabase(superuser);
  const pool = createIdentityPool(database.login('hw_identity'));
  const box = makeBoxKeyPair();
  const kek = randomBytes(32);
  const jobs: EnqueuedJob[] = [];
  const logged: TestApi['logged'] = [];
  const clock = shiftableClock();
  const log = collectingLog(logged);
  const loadWrapped = (tenantId: Parameters<typeof inTenant>[1]) =>
    inTenant(database.database, tenantId, findWrappedKey);
  const tenantKeys = createTenantKeys({ kek, loadWrapped });
  const deps: ApiDeps = {
    mode: 'development',
    portalUrl: PORTAL,
    database: database.database,
    identity: createIdentity({ portalUrl: PORTAL, pool, secret: randomBytes(32), log, clock, signInsPerHour }),
    enqueue: async (_tx, queue, payload) => void jobs.push({ queue, payload }),
    tenantKeys,
    objects: { put: refuse, get: refuse, size: refuse, delete: refuse, list: refuse },
    searchIndex: createPostgresSearchIndex(database.database, createTokenCompiler(createSearchHashers(tenantKeys))),
    fastIndex: null,
    offersTypesense: false,
    clock,
    log,
    kek,
    workerBoxPublicKey: box.publicPem,
    ledgerPublicKeys: makeLedgerKeys().publicPem,
    portalSigningKey: randomBytes(32),
    egressAddresses: ['127.0.0.1'],
    mailbox: null,
    waits: { connectionCheckMs: 15_000, preflightMs: 15_000, pollMs: 20 },
    pullCooldownMs: 15_000,
    limits: { requestsPerMinute: 10_000, signInsPerMinute: 10_000 },
    onAnswered: () => undefined,
    ...overrides,
  };
  const app = createApp(deps);
  return {
    deps,
    app,
    database,
    jobs,
    logged,
    workerBoxPrivateKey: box.privatePem,
    clock,
    signUp: (name) => signUp(app, name),
    identityRows: async (text) => (await pool.query(text)).rows,
    async stop() {
      await pool.end();
      await database.drop();
    },
  };
}

function shiftableClock(): TestApi['clock'] {
  let offset = 0;
  return { now: () => Date.now() + offset, shift: (ms) => void (offset += ms) };
}

function collectingLog(lines: TestApi['logged'], fixed: LogFields = {}): Log {
  const write = (event: string, fields?: LogFields) => void lines.push({ event, ...fixed, ...fields });
  return { info: write, warn: write, error: write, child: (fields) => collectingLog(lines, { ...fixed, ...fields }) };
}

/** A key pair of a ledger, PEM. */
export function makeLedgerKeys(): { publicPem: string; privatePem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function refuse(): never {
  throw new Error('this test has no such edge');
}
