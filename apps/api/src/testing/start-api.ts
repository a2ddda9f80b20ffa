import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  accountMailPlace,
  createSearchHashers,
  createTenantKeys,
  makeBoxKeyPair,
  openFromBox,
} from '@highwater/crypto';
import {
  createIdentityPool,
  createPostgresSearchIndex,
  findWrappedKey,
  inTenant,
  type LoginSettings,
} from '@highwater/db';
import type { Clock, Log, LogFields } from '@highwater/domain';
import type { JobPayload, QueueName } from '@highwater/jobs';
import { createOutbound } from '@highwater/outbound';
import { createTokenCompiler } from '@highwater/search';
import { createTestDatabase, type TestDatabase } from '@highwater/testkit';
import type { ApiDeps } from '../api-deps.ts';
import { createApp } from '../create-app.ts';
import { createOperatorIdentity } from '../operator-identity/create-operator-identity.ts';
import { createIdentity, type SessionLimits } from '../identity/create-identity.ts';
import { signUp, type Browser } from './browser.ts';

export const PORTAL = 'http://127.0.0.1:4400';
export const OPERATOR_PORTAL = 'http://operator.localhost:4400';
/** Lets operators in without a passkey. */
export const OPERATOR_DOOR = 'the word of these tests';

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
  /** The token of the link in the newest mail of a kind to an address, as its addressee would read it. */
  mailedToken(kind: 'sign_up' | 'reset', email: string): Promise<string>;
  /** Kinds of the mails to an address that are to be sent, by name. */
  mailsTo(email: string): Promise<readonly string[]>;
  /** Rows of the identity schema. */
  identityRows<Row extends object>(text: string): Promise<Row[]>;
  stop(): Promise<void>;
}

export async function startApi(
  superuser: LoginSettings,
  {
    signInsPerHour = null,
    sessionLimits = { idleMs: null, absoluteMs: null },
    ...overrides
  }: Partial<ApiDeps> & { signInsPerHour?: number | null; sessionLimits?: SessionLimits } = {},
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
    operators: createOperatorIdentity({
      operatorUrl: OPERATOR_PORTAL,
      pool,
      secret: randomBytes(32),
      log,
      clock,
      door: OPERATOR_DOOR,
    }),
    identity: createIdentity({
      portalUrl: PORTAL,
      pool,
      database: database.database,
      secret: randomBytes(32),
      log,
      clock,
      signInsPerHour,
      workerBoxPublicKey: box.publicPem,
      sessionLimits,
    }),
    outbound: createOutbound(),
    domainRecords: { listTexts: async () => [] },
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
  const mailedToken = async (kind: string, email: string): Promise<string> => {
    const { rows } = await pool.query<{ mailId: string; sealed: Buffer | null }>(
      'SELECT mail_id AS "mailId", token_sealed AS sealed FROM mails WHERE kind = $1 AND email = $2',
      [kind, email],
    );
    const [mail] = rows;
    if (mail?.sealed == null) throw new Error('no such mail');
    return Buffer.from(openFromBox(box.privatePem, accountMailPlace(mail.mailId), mail.sealed)).toString();
  };
  return {
    deps,
    app,
    database,
    jobs,
    logged,
    workerBoxPrivateKey: box.privatePem,
    clock,
    signUp: (name) => signUp(app, name, mailedToken),
    mailedToken,
    async mailsTo(email) {
      const text = 'SELECT kind FROM mails WHERE email = $1 AND mailed_at IS NULL ORDER BY kind';
      return (await pool.query<{ kind: string }>(text, [email])).rows.map(({ kind }) => kind);
    },
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
