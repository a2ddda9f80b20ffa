import type { Clock, Log, ObjectStore, SearchIndex } from '@highwater/domain';
import type { TenantKeys } from '@highwater/crypto';
import type { Database } from '@highwater/db';
import type { EnqueueJob } from '@highwater/jobs';
import type { DomainRecords, Outbound } from '@highwater/outbound';
import type { Identity } from './identity/identity.ts';
import type { OperatorIdentity } from './operator-identity/operator-identity.ts';
import type { MailboxReader } from './dev/mailbox-reader.ts';

/** Everything the API touches outside itself; made in deps.ts, by tests with fakes where an edge would leave the process. */
export interface ApiDeps {
  readonly mode: 'development' | 'production';
  /** Public origin of the portal, without a trailing slash. */
  readonly portalUrl: string;
  readonly database: Database;
  readonly identity: Identity;
  /** Sign-in of the operator's people; null where there is no console. */
  readonly operators: OperatorIdentity | null;
  /** Asks hosts that companies named, and nothing of ours. */
  readonly outbound: Outbound;
  readonly domainRecords: DomainRecords;
  readonly enqueue: EnqueueJob;
  readonly tenantKeys: TenantKeys;
  readonly objects: ObjectStore;
  readonly searchIndex: SearchIndex;
  /** A search server beside the database, where the deployment has one. */
  readonly fastIndex: SearchIndex | null;
  /** Whether companies can have a fast search server besides. */
  readonly offersTypesense: boolean;
  readonly clock: Clock;
  readonly log: Log;
  /** Wraps the data keys of new tenants; 32 bytes. */
  readonly kek: Uint8Array;
  /** X25519 SPKI PEM: what is sealed to it, only the worker opens. */
  readonly workerBoxPublicKey: string;
  /** Ed25519 public keys of the ledger, SPKI PEM, the present one first. */
  readonly ledgerPublicKeys: string;
  /** 32 bytes; proves that a visitor's address comes from the portal. */
  readonly portalSigningKey: Uint8Array;
  /** Shown to companies as the trusted IPs to enter at WeCom. */
  readonly egressAddresses: readonly string[];
  /** Development only. */
  readonly mailbox: MailboxReader | null;
  /** How long an answer waits for the worker. */
  readonly waits: {
    readonly connectionCheckMs: number;
    readonly preflightMs: number;
    readonly pollMs: number;
  };
  /** How long after a member asked for a pull of a connection nobody may ask again. */
  readonly pullCooldownMs: number;
  /** Requests a minute of one session or address, and tries to sign in of one address. */
  readonly limits: { readonly requestsPerMinute: number; readonly signInsPerMinute: number };
  /** Told of every answered request, for metrics. */
  readonly onAnswered: (request: { route: string; method: string; status: number; seconds: number }) => void;
}
