import type { AccessCondition } from './access-condition.ts';
import type { ConversationId, MessageId, PersonKey, RoomId, Seq, TenantId, UnixMs } from './ids.ts';
import type { MessageKind } from './message.ts';

/** Runs one statement inside a transaction that was opened elsewhere. */
export interface SqlRunner {
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<{ rows: Row[]; rowCount: number }>;
}

/** Credentials of one corp, opened for the length of one call. Never logged, never stored in clear. */
export interface CorpCredentials {
  readonly corpId: string;
  readonly archiveSecret: string;
}

/**
 * The finance library as the product sees it: fetching pages and media shards, nothing else.
 * Opening envelopes is `crypto`'s. Failures are FaultErrors with the faults of fault.ts.
 */
export interface FinanceGateway {
  /** Proves corp id and secret and the caller's address without reading messages. Resolves when all three are accepted. */
  probe(corp: CorpCredentials): Promise<void>;
  /**
   * Up to `limit` (1–1000) envelopes with seq greater than `after`, exactly the bytes WeCom answered.
   * The body is not looked into: `readPage` in packages/wecom does that.
   */
  fetchPage(corp: CorpCredentials, after: Seq, limit: number): Promise<Uint8Array>;
  /** One shard of at most 524,288 bytes; `index` is empty first, then the `nextIndex` of the answer before. */
  fetchShard(corp: CorpCredentials, sdkfileid: string, index: string): Promise<MediaShard>;
  /**
   * The vendor's own way from `encryptKey` (what RSA gave) to the plaintext, where there is a library: for comparing
   * with ours. Envelopes of one `scope` share a process, those of two never do.
   */
  openEnvelope?(scope: string, encryptKey: string, encryptChatMsg: string): Promise<Uint8Array>;
}

export interface MediaShard {
  readonly bytes: Uint8Array;
  readonly nextIndex: string;
  readonly finished: boolean;
}

/** What the index is asked: words already normalised; ids exact. All given fields must hold. */
export interface SearchQuery {
  /** Each a substring of the searchable text. */
  readonly words: readonly string[];
  readonly people: readonly PersonKey[];
  readonly roomId: RoomId | null;
  readonly conversationId: ConversationId | null;
  readonly kinds: readonly MessageKind[];
  /** Inclusive. */
  readonly from: UnixMs | null;
  /** Exclusive. */
  readonly until: UnixMs | null;
}

/** A place in time order: newest first, the id decides between equals. */
export interface MessagePosition {
  readonly sentAt: UnixMs;
  readonly messageId: MessageId;
}

export interface SearchIndex {
  /** Candidates, newest first, after (older than) `after`; a superset that the caller re-reads, opens and matches again. */
  find(
    tenantId: TenantId,
    query: SearchQuery,
    access: AccessCondition,
    options: { after: MessagePosition | null; limit: number },
  ): Promise<readonly MessagePosition[]>;
}

/** Objects by name. Bytes are sealed by the caller; names are keyed hashes and mean nothing. */
export interface ObjectStore {
  /** Stores all of `bytes` under `name` or nothing; replaces an older object at once. */
  put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<{ size: number }>;
  /** Bytes from `start` to `end` (inclusive) or the whole; throws `object.missing`. */
  get(name: string, range?: { start: number; end: number }): Promise<AsyncIterable<Uint8Array>>;
  size(name: string): Promise<number | undefined>;
  delete(name: string): Promise<void>;
  /** Names that begin with `prefix` (all when it is empty), in no order, as they are found. */
  list(prefix: string): AsyncIterable<string>;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Same id, same mail: a repeated attempt is recognised by the receiver. */
  readonly messageId: string;
}

export interface Mailer {
  send(mail: Mail): Promise<void>;
}

/** Named places where the fault suite kills the process. Does nothing in production. */
export type Failpoint = (name: FailpointName) => void;

export const FAILPOINTS = [
  'pull.fetched',
  'pull.page_inserted',
  'pull.cursor_moved',
  'pull.committed',
  'open.read',
  'open.opened',
  'open.inserted',
  'open.committed',
  'enrich.called',
  'enrich.saved',
  'media.shard',
  'media.segment',
  'media.content',
  'media.stored',
  'media.committed',
  'media.cleared',
  'copies.stored',
  'copies.committed',
  'export.started',
  'export.packed',
  'export.committed',
  'schedule.claimed',
  'schedule.committed',
  'mail.sent',
] as const;
export type FailpointName = (typeof FAILPOINTS)[number];
