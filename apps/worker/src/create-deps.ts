import { createFailpoint, createShiftableClock, systemClock, type WorkerConfig } from '@highwater/config';
import { errorFields } from '@highwater/config/telemetry';
import { createOpeningPool, createSearchHasher, createTenantKeys } from '@highwater/crypto';
import { closeDatabase, createDatabase, createPostgresSearchIndex, findWrappedKey, inTenant } from '@highwater/db';
import { FaultError, type Clock, type FinanceGateway, type Log, type Mailer } from '@highwater/domain';
import { createBoss, createEnqueueJob, createEnqueueJobs, type PgBoss } from '@highwater/jobs/boss';
import { createMailboxMailer, createSmtpMailer } from '@highwater/mail';
import { compileTokenCondition } from '@highwater/search';
import { createObjectStore } from '@highwater/storage';
import { createSimulatorFinanceGateway } from '@highwater/wecom';
import { LARGEST_FILE_BYTES } from './deps.ts';
import type { ExportDeps } from './exports/export-deps.ts';
import type { MailDeps } from './mail/mail-deps.ts';
import { createMessageKeys } from './open/message-keys.ts';
import type { OpenPageDeps } from './open/open-page.ts';

export interface WorkerDeps extends OpenPageDeps, ExportDeps, MailDeps {
  /** Serves this process's jobs; started. */
  readonly boss: PgBoss;
  close(): Promise<void>;
}

/** RSA is the ceiling of opening: as many threads as this project's smallest machine has cores. */
const OPENING_THREADS = 2;
/** WeCom's own answers come within a second; a shard of a large file takes longer. */
const WECOM_TIMEOUT_MS = 20_000;

/** Every edge of the worker from its settings. `close` ends what it opened, the queue excepted. */
export async function createDeps(config: WorkerConfig, log: Log): Promise<WorkerDeps> {
  const database = createDatabase(config.database, config.passwords, { max: 16 });
  const login = { ...config.database, user: 'hw_app', password: config.passwords.app };
  const boss = createBoss(login, 'worker', (error) => log.warn('queue failed', errorFields(error)));
  await boss.start();
  const clock = config.clockFile === undefined ? systemClock() : createShiftableClock(config.clockFile);
  const tenantKeys = createTenantKeys({
    kek: config.kek,
    loadWrapped: (tenantId) => inTenant(database, tenantId, findWrappedKey),
  });
  const opening = createOpeningPool({ threads: OPENING_THREADS });
  return {
    database,
    clock,
    log,
    failpoint: createFailpoint(config.failpoints),
    tenantKeys,
    messageKeys: createMessageKeys(tenantKeys),
    finance: createFinance(config, clock),
    opening,
    objects: createObjectStore(config.objects),
    searchIndex: createPostgresSearchIndex(database, async (tenantId, query, access) => {
      const hash = createSearchHasher(await tenantKeys.subkey(tenantId, 'search'));
      return compileTokenCondition(query, access, hash);
    }),
    mailer: createMailer(config),
    portalUrl: config.portalUrl,
    boss,
    enqueue: createEnqueueJob(boss),
    enqueueMany: createEnqueueJobs(boss),
    settings: {
      boxPublicPem: config.workerBoxPublicKey,
      boxPrivatePem: config.workerBoxPrivateKey,
      pullIntervalMs: config.pullIntervalSeconds * 1000,
      largestFileBytes: LARGEST_FILE_BYTES,
    },
    async close() {
      await Promise.all([opening.close(), closeDatabase(database)]);
    },
  };
}

function createFinance({ wecomSimulatorUrl }: WorkerConfig, clock: Clock): FinanceGateway {
  if (wecomSimulatorUrl === undefined) return NO_WAY_TO_WECOM;
  return createSimulatorFinanceGateway({ baseUrl: wecomSimulatorUrl, timeoutMs: WECOM_TIMEOUT_MS, now: clock.now });
}

/** Without simulator there is no adapter yet: every call says so, and the tenant sees it as a finding. */
const NO_WAY_TO_WECOM: FinanceGateway = {
  probe: () => Promise.reject(new FaultError('wecom.unreachable')),
  fetchPage: () => Promise.reject(new FaultError('wecom.unreachable')),
  fetchShard: () => Promise.reject(new FaultError('wecom.unreachable')),
};

function createMailer({ mail }: WorkerConfig): Mailer {
  return mail.kind === 'mailbox' ? createMailboxMailer(mail.folder) : createSmtpMailer(mail);
}
