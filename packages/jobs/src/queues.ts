import { ENRICHMENT_KINDS } from '@highwater/domain';
import { z } from 'zod';

const id = z.uuid();
const tenant = { tenantId: id };

/**
 * Every queue: what a job carries (ids and numbers only), what makes two jobs the same, how often it is tried.
 * `key` names the thing a job is about; `policy` says how many jobs of one key may exist:
 * stately = one waiting and one running, short = one waiting, exclusive = one in all, standard = no limit.
 * Every handler may be killed at any instruction and run twice; the argument why that is harmless stands beside the handler.
 */
export const QUEUES = {
  'check-connection': {
    payload: z.strictObject({ ...tenant, attemptId: id }),
    key: (p: { attemptId: string }) => p.attemptId,
    policy: 'exclusive',
    retryLimit: 0,
    expireInSeconds: 60,
  },
  'run-preflight': {
    payload: z.strictObject({ ...tenant, connectionId: id }),
    key: (p: { connectionId: string }) => p.connectionId,
    policy: 'stately',
    retryLimit: 0,
    expireInSeconds: 60,
  },
  'check-secret': {
    // Of the secrets beside the archive's. Tried again while WeCom cannot be asked.
    payload: z.strictObject({ ...tenant, connectionId: id, purpose: z.enum(['customer_contact', 'contacts']) }),
    key: (p: { connectionId: string; purpose: string }) => `${p.connectionId}:${p.purpose}`,
    policy: 'stately',
    retryLimit: 20,
    expireInSeconds: 120,
  },
  'pull-archive': {
    // A pull that has more to do after its share goes on as a job of its own, named by the page it got to: the queue passes
    // over keys that it lately saw at work.
    payload: z.strictObject({ ...tenant, connectionId: id, afterPage: z.int().positive().optional() }),
    key: (p: { connectionId: string; afterPage?: number | undefined }) =>
      p.afterPage === undefined ? p.connectionId : `${p.connectionId}:${p.afterPage}`,
    policy: 'stately',
    retryLimit: 0,
    expireInSeconds: 900,
  },
  'open-page': {
    payload: z.strictObject({ ...tenant, connectionId: id, pageNo: z.int().positive() }),
    key: (p: { connectionId: string; pageNo: number }) => `${p.connectionId}:${p.pageNo}`,
    policy: 'stately',
    retryLimit: 20,
    expireInSeconds: 600,
  },
  'make-key': {
    payload: z.strictObject({ ...tenant, connectionId: id, keyId: id, memberId: id }),
    key: (p: { keyId: string }) => p.keyId,
    policy: 'exclusive',
    retryLimit: 3,
    expireInSeconds: 60,
  },
  'reopen-pages': {
    payload: z.strictObject({ ...tenant, runId: id }),
    key: (p: { runId: string }) => p.runId,
    policy: 'stately',
    retryLimit: 20,
    expireInSeconds: 600,
  },
  'reparse-messages': {
    payload: z.strictObject({ ...tenant, runId: id }),
    key: (p: { runId: string }) => p.runId,
    policy: 'stately',
    retryLimit: 20,
    expireInSeconds: 600,
  },
  'repull-range': {
    payload: z.strictObject({ ...tenant, repullId: id }),
    key: (p: { repullId: string }) => p.repullId,
    policy: 'exclusive',
    retryLimit: 20,
    expireInSeconds: 900,
  },
  'check-ledger': {
    payload: z.strictObject({ ...tenant, connectionId: id }),
    key: (p: { connectionId: string }) => p.connectionId,
    policy: 'stately',
    retryLimit: 3,
    expireInSeconds: 3600,
  },
  'check-audit': {
    payload: z.strictObject({ ...tenant }),
    key: (p: { tenantId: string }) => p.tenantId,
    policy: 'stately',
    // What did not come to its end stays due, and the sweep comes back to it.
    retryLimit: 0,
    expireInSeconds: 3600,
  },
  'send-statement-mail': {
    payload: z.strictObject({ ...tenant, month: z.string().regex(/^\d{4}-\d{2}$/), memberId: id }),
    key: (p: { tenantId: string; month: string; memberId: string }) => `${p.tenantId}:${p.month}:${p.memberId}`,
    policy: 'exclusive',
    retryLimit: 10,
    expireInSeconds: 120,
  },
  'send-break-mail': {
    payload: z.strictObject({ ...tenant, memberId: id }),
    key: (p: { tenantId: string; memberId: string }) => `${p.tenantId}:${p.memberId}`,
    policy: 'exclusive',
    retryLimit: 10,
    expireInSeconds: 120,
  },
  enrich: {
    // One turn of one kind of enrichment; what is left goes on as the next turn, behind those that wait.
    payload: z.strictObject({
      ...tenant,
      connectionId: id,
      kind: z.enum(ENRICHMENT_KINDS),
      turn: z.int().positive().optional(),
    }),
    key: (p: { connectionId: string; kind: string; turn?: number | undefined }) =>
      p.turn === undefined ? `${p.connectionId}:${p.kind}` : `${p.connectionId}:${p.kind}:${p.turn}`,
    policy: 'stately',
    // What ended early stays due, and the sweep comes back to it.
    retryLimit: 0,
    expireInSeconds: 300,
  },
  'fetch-media': {
    // A turn of a lane; the next one may wait while this one works, and several share the lane's places by their claims.
    payload: z.strictObject({ ...tenant, connectionId: id, lane: z.enum(['small', 'large']) }),
    key: (p: { connectionId: string; lane: string }) => `${p.connectionId}:${p.lane}`,
    policy: 'short',
    retryLimit: 3,
    expireInSeconds: 3600,
  },
  'make-copies': {
    payload: z.strictObject({ ...tenant, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    key: (p: { tenantId: string; sha256: string }) => `${p.tenantId}:${p.sha256}`,
    policy: 'exclusive',
    // What did not come to its end stays due, and the sweep comes back to it.
    retryLimit: 0,
    expireInSeconds: 600,
  },
  'check-index': {
    // A walk over all messages: a check, or a rebuild.
    payload: z.strictObject({ ...tenant, runId: id }),
    key: (p: { runId: string }) => p.runId,
    policy: 'stately',
    retryLimit: 20,
    expireInSeconds: 600,
  },
  'index-messages': {
    // Feeds the index outside the database. What did not come to its end stays in the feed, and the sweep comes back to it.
    payload: z.strictObject({ ...tenant }),
    key: (p: { tenantId: string }) => p.tenantId,
    policy: 'stately',
    retryLimit: 0,
    expireInSeconds: 600,
  },
  'build-export': {
    payload: z.strictObject({ ...tenant, exportId: id }),
    key: (p: { exportId: string }) => p.exportId,
    policy: 'exclusive',
    retryLimit: 3,
    expireInSeconds: 21_600,
  },
  'run-schedule': {
    payload: z.strictObject({ ...tenant, scheduleId: id, runDay: z.iso.date() }),
    key: (p: { scheduleId: string; runDay: string }) => `${p.scheduleId}:${p.runDay}`,
    policy: 'exclusive',
    retryLimit: 10,
    expireInSeconds: 21_600,
  },
  'send-link-mail': {
    payload: z.strictObject({ ...tenant, linkId: id }),
    key: (p: { linkId: string }) => p.linkId,
    policy: 'exclusive',
    retryLimit: 10,
    expireInSeconds: 120,
  },
  'send-invitation-mail': {
    payload: z.strictObject({ ...tenant, invitationId: id }),
    key: (p: { invitationId: string }) => p.invitationId,
    policy: 'exclusive',
    retryLimit: 10,
    expireInSeconds: 120,
  },
} as const;

export type QueueName = keyof typeof QUEUES;
export type JobPayload<Name extends QueueName> = z.infer<(typeof QUEUES)[Name]['payload']>;

export const QUEUE_NAMES = Object.keys(QUEUES) as readonly QueueName[];
