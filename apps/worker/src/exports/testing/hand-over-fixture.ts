import { randomUUID } from 'node:crypto';
import { createSearchHashers, exportWordsPlace, sealBytes } from '@highwater/crypto';
import {
  createPostgresSearchIndex,
  findExport,
  insertExport,
  insertGrant,
  insertMember,
  inTenant,
  type ExportRow,
  type LoginSettings,
  type StoredSelection,
} from '@highwater/db';
import {
  FaultError,
  type ApiKeyId,
  type ConnectionId,
  type ExportId,
  type Language,
  type Mail,
  type MemberId,
  type PersonKey,
  type Role,
  type TenantId,
  type UserId,
} from '@highwater/domain';
import { QUEUES } from '@highwater/jobs';
import { createTokenCompiler } from '@highwater/search';
import { createChainHandlers } from '../../chain-handlers.ts';
import { createHandOverHandlers, createHandOverSweeps, type HandOverQueue } from '../../hand-over-handlers.ts';
import type { MailDeps } from '../../mail/mail-deps.ts';
import { createChainFixture } from '../../testing/chain-fixture.ts';
import type { ExportDeps } from '../export-deps.ts';

export const EVERYTHING: StoredSelection = {
  people: [],
  roomId: null,
  conversationId: null,
  kinds: [],
  from: null,
  until: null,
};

const QUEUES_SERVED: readonly HandOverQueue[] = [
  'build-export',
  'run-schedule',
  'send-link-mail',
  'send-invitation-mail',
];

export type HandOverFixture = Awaited<ReturnType<typeof createHandOverFixture>>;

export interface Company {
  readonly tenantId: TenantId;
  readonly connectionId: ConnectionId;
  readonly key: { readonly publicPem: string; readonly version: number };
}

/** The worker's hand-over beside a working chain: its queues, sweeps, a search index, and a post that only remembers. */
export async function createHandOverFixture(superuser: LoginSettings) {
  const chain = await createChainFixture(superuser);
  const { database, boss, clock, objects } = chain;
  const { tenantKeys } = chain.deps;
  const mails: Mail[] = [];
  const deps: ExportDeps & MailDeps = {
    database,
    clock,
    tenantKeys,
    objects,
    enqueue: chain.deps.enqueue,
    failpoint: chain.deps.failpoint,
    searchIndex: createPostgresSearchIndex(database, createTokenCompiler(createSearchHashers(tenantKeys))),
    mailer: {
      async send(mail) {
        mails.push(mail);
      },
    },
    portalUrl: 'https://archive.example',
  };
  const handlers = createHandOverHandlers(deps);

  /** One job after the other until nothing waits. A job that throws is gone, as if its worker had been killed. */
  async function work(queues: readonly HandOverQueue[] = QUEUES_SERVED): Promise<number> {
    let done = 0;
    for (let before = -1; before !== done;) {
      before = done;
      for (const queue of queues) {
        for (const job of await boss.fetch<object>(queue)) {
          const handle = handlers[queue] as (payload: unknown) => Promise<void>;
          try {
            await handle(QUEUES[queue].payload.parse(job.data));
          } catch (error) {
            await boss.cancel(queue, job.id);
            throw error;
          }
          await boss.complete(queue, job.id);
          done += 1;
        }
      }
    }
    return done;
  }

  return {
    ...chain,
    deps,
    chainDeps: chain.deps,
    chainHandlers: createChainHandlers(chain.deps),
    mails,
    handlers,
    work,

    async makeCompany(): Promise<Company> {
      chain.finance.envelopes.length = 0;
      chain.freeCorp();
      const tenantId = await chain.makeTenant();
      const { connectionId, publicPem } = await chain.connect(tenantId);
      return { tenantId, connectionId, key: { publicPem, version: 1 } };
    },

    async addMember(
      tenantId: TenantId,
      role: Role,
      options: { readonly employees?: readonly string[]; readonly language?: Language } = {},
    ): Promise<MemberId> {
      const memberId = randomUUID() as MemberId;
      await inTenant(database, tenantId, async (tx) => {
        await insertMember(tx, {
          memberId,
          userId: `user-${memberId}` as UserId,
          email: `${memberId}@example.com`,
          name: '王芳',
          role,
          language: options.language ?? null,
          joinedAt: clock.at,
        });
        if (options.employees === undefined) return;
        const employees = options.employees as readonly PersonKey[];
        await insertGrant(tx, { grantId: randomUUID(), memberId, employees, grantedBy: memberId, grantedAt: clock.at });
      });
      return memberId;
    },

    /** What the API keeps of a request; the job is left to `work` and the sweeps. */
    async requestExport(
      tenantId: TenantId,
      requestedBy: MemberId,
      options: {
        readonly selection?: Partial<StoredSelection>;
        readonly words?: readonly string[];
        readonly apiKeyId?: ApiKeyId;
      } = {},
    ): Promise<ExportId> {
      const exportId = randomUUID() as ExportId;
      const subkey = await tenantKeys.subkey(tenantId, 'plaintext');
      const words = Buffer.from(JSON.stringify(options.words ?? []));
      await inTenant(database, tenantId, (tx) =>
        insertExport(tx, {
          exportId,
          requestedBy,
          apiKeyId: options.apiKeyId ?? null,
          scheduleId: null,
          selection: { ...EVERYTHING, ...options.selection },
          sealedWords:
            options.words === undefined ? null : sealBytes(subkey, exportWordsPlace(tenantId, exportId), words),
          archivedUntil: clock.at,
          createdAt: clock.at,
        }),
      );
      return exportId;
    },

    async getExport(tenantId: TenantId, exportId: ExportId): Promise<ExportRow> {
      const row = await inTenant(database, tenantId, (tx) => findExport(tx, exportId));
      if (row === undefined) throw new FaultError('thing.missing');
      return row;
    },

    /** One beat of all sweeps, as the worker's timer gives it. */
    async sweep(): Promise<void> {
      for (const sweep of createHandOverSweeps(deps)) await sweep.run(chain.deps, clock.at);
    },

    /** Names of the packages in the store. */
    packages(): string[] {
      return [...objects.objects.keys()].filter((name) => name.startsWith('exports/'));
    },
  };
}
