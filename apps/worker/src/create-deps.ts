import { createFailpoint, createShiftableClock, systemClock, type WorkerConfig } from '@highwater/config';
import { errorFields } from '@highwater/config/telemetry';
import {
  createLedgerSigner,
  createOpeningPool,
  createSearchHashers,
  createTenantKeys,
  readLedgerKeys,
} from '@highwater/crypto';
import {
  closeDatabase,
  createDatabase,
  createIdentityPool,
  createPostgresSearchIndex,
  findWrappedKey,
  inTenant,
} from '@highwater/db';
import type { Log, Mailer } from '@highwater/domain';
import { createBoss, createEnqueueJob, createEnqueueJobs, type PgBoss } from '@highwater/jobs/boss';
import { COPIES_VERSION, createCopyMaker, listMissingLayers } from '@highwater/media';
import { createMailboxMailer, createSmtpMailer } from '@highwater/mail';
import { createTokenCompiler } from '@highwater/search';
import { createTypesenseIndex } from '@highwater/search/typesense';
import { createObjectStore } from '@highwater/storage';
import { createContacts } from './create-contacts.ts';
import { createFinance } from './create-finance.ts';
import type { ExportDeps } from './exports/export-deps.ts';
import type { LedgerDeps } from './ledger/ledger-deps.ts';
import type { AccountMailDeps } from './mail/send-account-mails.ts';
import type { MailDeps } from './mail/mail-deps.ts';
import { createMessageKeys } from './open/message-keys.ts';
import type { OpenPageDeps } from './open/open-page.ts';

export interface WorkerDeps extends OpenPageDeps, ExportDeps, MailDeps, LedgerDeps, AccountMailDeps {
  /** Serves this process's jobs; started. */
  readonly boss: PgBoss;
  close(): Promise<void>;
}

/** RSA is the ceiling of opening: as many threads as this project's smallest machine has cores. */
const OPENING_THREADS = 2;

/** Every edge of the worker from its settings. `close` ends what it opened, the queue excepted. */
export async function createDeps(config: WorkerConfig, log: Log): Promise<WorkerDeps> {
  const database = createDatabase(config.database, config.passwords, { max: 16 });
  const login = { ...config.database, user: 'hw_app', password: config.passwords.app };
  const boss = createBoss(login, 'worker', (error) => log.warn('queue failed', errorFields(error)));
  await boss.start();
  const clock = config.clockFile === undefined ? systemClock() : createShiftableClock(config.clockFile);
  const identityPool = createIdentityPool(
    { ...config.database, user: 'hw_identity', password: config.passwords.identity },
    { max: 1 },
  );
  const tenantKeys = createTenantKeys({
    kek: config.kek,
    loadWrapped: (tenantId) => inTenant(database, tenantId, findWrappedKey),
  });
  const searchHashers = createSearchHashers(tenantKeys);
  const opening = createOpeningPool({ threads: OPENING_THREADS });
  const finance = await createFinance(config, clock);
  const contacts = createContacts(config, clock);
  const copyMaker = createCopyMaker({
    ffmpeg: config.ffmpeg,
    noteLayers(layers) {
      for (const component of listMissingLayers(layers)) log.warn('copies lack a layer', { component });
    },
  });
  const typesense =
    config.typesense === undefined
      ? undefined
      : createTypesenseIndex({ url: config.typesense.url, adminKey: config.typesense.key, clock });
  return {
    database,
    clock,
    log,
    failpoint: createFailpoint(config.failpoints),
    tenantKeys,
    messageKeys: createMessageKeys(tenantKeys, searchHashers),
    finance: finance.gateway,
    contacts: contacts.gateway,
    opening,
    objects: createObjectStore(config.objects),
    copies: { maker: copyMaker, version: COPIES_VERSION },
    searchIndex: createPostgresSearchIndex(database, createTokenCompiler(searchHashers)),
    searchWriter: typesense ?? null,
    mailer: createMailer(config),
    identityPool,
    portalUrl: config.portalUrl,
    ledger: { signer: createLedgerSigner(config.ledgerPrivateKey), keys: readLedgerKeys(config.ledgerPublicKeys) },
    boss,
    enqueue: createEnqueueJob(boss),
    enqueueMany: createEnqueueJobs(boss),
    settings: {
      boxPublicPem: config.workerBoxPublicKey,
      boxPrivatePem: config.workerBoxPrivateKey,
      pullIntervalMs: config.pullIntervalSeconds * 1000,
      largestFileBytes: config.largestFileBytes,
    },
    async close() {
      contacts.close();
      typesense?.close();
      await Promise.all([
        opening.close(),
        copyMaker.close(),
        finance.close(),
        closeDatabase(database),
        identityPool.end(),
      ]);
    },
  };
}

function createMailer({ mail }: WorkerConfig): Mailer {
  return mail.kind === 'mailbox' ? createMailboxMailer(mail.folder) : createSmtpMailer(mail);
}
