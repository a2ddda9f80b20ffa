import { createShiftableClock, systemClock, type ApiConfig } from '@highwater/config';
import { errorFields, type Metrics } from '@highwater/config/telemetry';
import { createSearchHashers, createTenantKeys } from '@highwater/crypto';
import {
  closeDatabase,
  createDatabase,
  createIdentityPool,
  createPostgresSearchIndex,
  findWrappedKey,
  inTenant,
  type LoginSettings,
} from '@highwater/db';
import type { Log } from '@highwater/domain';
import { createBoss, createEnqueueJob } from '@highwater/jobs/boss';
import { listMailbox, readMail } from '@highwater/mail';
import { createDomainRecords, createOutbound } from '@highwater/outbound';
import { createTokenCompiler } from '@highwater/search';
import { createObjectStore } from '@highwater/storage';
import type { ApiDeps } from './api-deps.ts';
import type { MailboxReader } from './dev/mailbox-reader.ts';
import { createIdentity } from './identity/create-identity.ts';
import { createOperatorIdentity } from './operator-identity/create-operator-identity.ts';
import { createFastIndex } from './search-index/create-fast-index.ts';

/** What the API promises who asks: at most 20 s for a connection, 15 s for a pre-flight; four looks a second. */
const WAITS = { connectionCheckMs: 20_000, preflightMs: 15_000, pollMs: 250 };

/** A person with several tabs stays far below; tests and seeds of development do not. */
const LIMITS = {
  production: { requestsPerMinute: 600, signInsPerMinute: 20 },
  development: { requestsPerMinute: 100_000, signInsPerMinute: 10_000 },
};

/** Wrong passwords from one address, which a whole office may share. */
const SIGN_INS_PER_HOUR = { production: 100, development: null };

/** A day unused and a week in all; development moves its clock by days, and people stay signed in. */
const SESSION_LIMITS = {
  production: { idleMs: 24 * 3_600_000, absoluteMs: 7 * 24 * 3_600_000 },
  development: { idleMs: null, absoluteMs: null },
};

/** Every edge of the API from its settings. `close` ends what it opened. */
export async function createDeps(
  config: ApiConfig,
  log: Log,
  metrics: Metrics,
): Promise<ApiDeps & { close(): Promise<void> }> {
  const { passwords } = config;
  const login = (user: string, password: string): LoginSettings => ({ ...config.database, user, password });
  const database = createDatabase(config.database, passwords);
  const identityPool = createIdentityPool(login('hw_identity', passwords.identity));
  const boss = createBoss(login('hw_app', passwords.app), 'sender', (error) =>
    log.warn('queue failed', errorFields(error)),
  );
  await boss.start();
  const clock = config.clockFile === undefined ? systemClock() : createShiftableClock(config.clockFile);
  const fastIndex = createFastIndex(config.typesense, database, clock);
  const tenantKeys = createTenantKeys({
    kek: config.kek,
    loadWrapped: (tenantId) => inTenant(database, tenantId, findWrappedKey),
  });
  const seconds = metrics.histogram(
    'request_seconds',
    'Time until a request was answered.',
    ['route', 'method', 'status'],
    [0.005, 0.02, 0.1, 0.5, 2, 10, 30],
  );
  return {
    mode: config.mode,
    portalUrl: config.portalUrl,
    database,
    operators:
      config.operatorUrl === undefined
        ? null
        : createOperatorIdentity({
            operatorUrl: config.operatorUrl,
            pool: identityPool,
            secret: config.sessionSecret,
            log,
            clock,
            door: config.operatorDoor,
          }),
    identity: createIdentity({
      portalUrl: config.portalUrl,
      pool: identityPool,
      secret: config.sessionSecret,
      log,
      clock,
      signInsPerHour: SIGN_INS_PER_HOUR[config.mode],
      database,
      workerBoxPublicKey: config.workerBoxPublicKey,
      sessionLimits: SESSION_LIMITS[config.mode],
    }),
    outbound: createOutbound({ named: config.outboundHosts }),
    domainRecords: createDomainRecords({ servers: config.dnsServers }),
    enqueue: createEnqueueJob(boss),
    tenantKeys,
    objects: createObjectStore(config.objects),
    searchIndex: createPostgresSearchIndex(database, createTokenCompiler(createSearchHashers(tenantKeys))),
    fastIndex,
    offersTypesense: config.typesense !== undefined,
    clock,
    log,
    kek: config.kek,
    workerBoxPublicKey: config.workerBoxPublicKey,
    ledgerPublicKeys: config.ledgerPublicKeys,
    portalSigningKey: config.portalSigningKey,
    egressAddresses: config.egressAddresses,
    mailbox: createMailbox(config),
    waits: WAITS,
    pullCooldownMs: config.pullCooldownSeconds * 1000,
    limits: LIMITS[config.mode],
    onAnswered: ({ route, method, status, seconds: value }) =>
      seconds.observe({ route, method, status: String(status) }, value),
    async close() {
      await boss.stop({ graceful: true, timeout: 5000 });
      fastIndex?.close();
      await Promise.all([closeDatabase(database), identityPool.end()]);
    },
  };
}

function createMailbox({ mode, mail }: ApiConfig): MailboxReader | null {
  if (mode !== 'development' || mail.kind !== 'mailbox') return null;
  return { list: () => listMailbox(mail.folder), read: (mailId) => readMail(mail.folder, mailId) };
}
