import { type JobPayload, type QueueName } from '@highwater/jobs';
import type { AttemptId, ConnectionId, KeyId, MemberId, RepairId, RepullId, TenantId } from '@highwater/domain';
import { makeCopies } from './copies/make-copies.ts';
import { checkConnection } from './connections/check-connection.ts';
import { checkSecret } from './connections/check-secret.ts';
import { runPreflight } from './connections/run-preflight.ts';
import { enrich } from './enrich/enrich.ts';
import { feedIndex } from './index/outside/feed-index.ts';
import { walkIndex } from './index/walk-index.ts';
import { makeKey } from './keys/make-key.ts';
import { fetchLane } from './media/fetch-lane.ts';
import { openPage, type OpenPageDeps } from './open/open-page.ts';
import { pullArchive } from './pull/pull-archive.ts';
import { repullRange } from './repull/repull-range.ts';
import { reopenPages } from './quarantine/reopen-pages.ts';
import { reparseMessages } from './quarantine/reparse-messages.ts';

export type Handler<Name extends QueueName> = (payload: JobPayload<Name>, signal?: AbortSignal) => Promise<void>;
export type Handlers = { readonly [Name in QueueName]: Handler<Name> };
/** The queues from WeCom to a readable message. */
export type ChainQueue =
  | 'check-connection'
  | 'run-preflight'
  | 'check-secret'
  | 'pull-archive'
  | 'repull-range'
  | 'open-page'
  | 'make-key'
  | 'reopen-pages'
  | 'reparse-messages'
  | 'enrich'
  | 'fetch-media'
  | 'make-copies'
  | 'check-index'
  | 'index-messages';
export type ChainHandlers = Pick<Handlers, ChainQueue>;

/** Payloads were validated as UUIDs when they were enqueued and when they were fetched; here they get their names. */
export function createChainHandlers(deps: OpenPageDeps): ChainHandlers {
  return {
    'check-connection': (job) => checkConnection(deps, job.tenantId as TenantId, job.attemptId as AttemptId),
    'run-preflight': (job) => runPreflight(deps, job.tenantId as TenantId, job.connectionId as ConnectionId),
    'check-secret': (job) => checkSecret(deps, job.tenantId as TenantId, job.connectionId as ConnectionId, job.purpose),
    'pull-archive': (job, signal) =>
      pullArchive(deps, job.tenantId as TenantId, job.connectionId as ConnectionId, signal ? { signal } : {}),
    'repull-range': (job) => repullRange(deps, job.tenantId as TenantId, job.repullId as RepullId),
    'open-page': (job) => openPage(deps, job.tenantId as TenantId, job.connectionId as ConnectionId, job.pageNo),
    'make-key': (job) =>
      makeKey(deps, job.tenantId as TenantId, {
        connectionId: job.connectionId as ConnectionId,
        keyId: job.keyId as KeyId,
        memberId: job.memberId as MemberId,
      }),
    'reopen-pages': (job, signal) => reopenPages(deps, job.tenantId as TenantId, job.runId as RepairId, signal),
    'reparse-messages': (job, signal) =>
      reparseMessages(deps, job.tenantId as TenantId, job.runId as RepairId, signal ? { signal } : {}),
    'make-copies': ({ tenantId, sha256 }, signal) =>
      makeCopies(deps, { tenantId: tenantId as TenantId, sha256 }, signal),
    'check-index': (job, signal) => walkIndex(deps, job.tenantId as TenantId, job.runId, signal ? { signal } : {}),
    'index-messages': (job, signal) => feedIndex(deps, job.tenantId as TenantId, signal),
    enrich: ({ tenantId, connectionId, kind, turn }, signal) =>
      enrich(deps, { tenantId: tenantId as TenantId, connectionId: connectionId as ConnectionId, kind, turn }, signal),
    'fetch-media': (job, signal) => {
      const lane = { connectionId: job.connectionId as ConnectionId, lane: job.lane };
      return fetchLane(deps, job.tenantId as TenantId, lane, signal);
    },
  };
}
