import type { AccessCondition } from './access-condition.ts';
import type { Fault } from './fault.ts';
import type { ConversationId, MessageId, PersonKey, RoomId, Seq, TenantId, UnixMs } from './ids.ts';
import type { Direction, MessageKind } from './message.ts';

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
  /**
   * Every clause holds; a clause holds when one of its words (never empty) is a substring of the searchable text or of
   * the text of a file.
   */
  readonly words: readonly (readonly string[])[];
  /** None of these is a substring of either. */
  readonly without: readonly string[];
  /** Every list holds; a list (the ids of one person) holds when one of them took part. */
  readonly people: readonly (readonly PersonKey[])[];
  readonly roomId: RoomId | null;
  readonly conversationId: ConversationId | null;
  readonly kinds: readonly MessageKind[];
  readonly directions: readonly Direction[];
  readonly hasMedia: boolean | null;
  readonly isRecalled: boolean | null;
  /** Only messages from outside that no employee answered in their conversation within the tenant's working hours for it. */
  readonly isUnanswered: boolean;
  /** Inclusive. */
  readonly from: UnixMs | null;
  /** Exclusive. */
  readonly until: UnixMs | null;
}

/** All of a query but its words. */
export type SearchFilters = Omit<SearchQuery, 'words' | 'without'>;

/** Asks for nothing in particular: what a narrower query is made from. */
export const EVERY_MESSAGE: SearchQuery = {
  words: [],
  without: [],
  people: [],
  roomId: null,
  conversationId: null,
  kinds: [],
  directions: [],
  hasMedia: null,
  isRecalled: null,
  isUnanswered: false,
  from: null,
  until: null,
};

/** A place in time order: newest first, the id decides between equals. */
export interface MessagePosition {
  readonly sentAt: UnixMs;
  readonly messageId: MessageId;
}

/** Candidates of one look, newest first. */
export interface SearchCandidates {
  readonly positions: readonly MessagePosition[];
  /** Where to go on; null when nothing older is left. The effort of one look is bounded, so there may be few positions and more to come. */
  readonly next: MessagePosition | null;
}

/** Numbers of the candidates of a query. */
export interface SearchCounts {
  /** At most this many match. */
  readonly total: number;
  /** Whether every candidate matches: words that the index holds exactly, filters that it knows. */
  readonly isExact: boolean;
  /** Days (YYYY-MM-DD) of the asked zone that have any, ascending. */
  readonly days: readonly { readonly day: string; readonly count: number }[];
  readonly kinds: readonly { readonly kind: MessageKind; readonly count: number }[];
  readonly directions: readonly { readonly direction: Direction; readonly count: number }[];
  /** Most first, at most 20. */
  readonly people: readonly { readonly personKey: PersonKey; readonly count: number }[];
  /** Most first, at most 20. */
  readonly rooms: readonly { readonly roomId: RoomId; readonly count: number }[];
}

export interface SearchIndex {
  readonly engine: 'postgres' | 'typesense';
  /** Candidates after (older than) `after`; a superset that the caller re-reads, opens and matches again. */
  find(
    tenantId: TenantId,
    query: SearchQuery,
    access: AccessCondition,
    page: { readonly after: MessagePosition | null; readonly limit: number },
  ): Promise<SearchCandidates>;
  count(
    tenantId: TenantId,
    query: SearchQuery,
    access: AccessCondition,
    options: { readonly zone: string; readonly signal?: AbortSignal },
  ): Promise<SearchCounts>;
}

/** What an index outside the database holds of a message. */
export interface SearchDocument {
  readonly tenantId: TenantId;
  readonly messageId: MessageId;
  readonly sentAt: UnixMs;
  readonly kind: MessageKind;
  readonly direction: Direction;
  readonly roomId: RoomId | null;
  readonly conversationId: ConversationId;
  readonly people: readonly PersonKey[];
  readonly hasMedia: boolean;
  readonly isRecalled: boolean;
  /** Searchable texts and those of files, as they are: the index normalises. */
  readonly texts: readonly string[];
}

/** An index that is kept apart from the database. Generations are made, filled and published without a pause. */
export interface SearchIndexWriter {
  readonly engine: 'typesense';
  /** False while the server loads or lags. */
  isReady(): Promise<boolean>;
  currentGeneration(): Promise<string | null>;
  createGeneration(): Promise<string>;
  publishGeneration(generation: string): Promise<void>;
  dropGeneration(generation: string): Promise<void>;
  listGenerations(): Promise<readonly string[]>;
  /** Adds or replaces; answers those that failed, each with its reason. */
  put(
    generation: string,
    documents: readonly SearchDocument[],
  ): Promise<readonly { readonly messageId: MessageId; readonly fault: Fault }[]>;
  remove(generation: string, tenantId: TenantId, messageIds: readonly MessageId[] | 'all'): Promise<void>;
  countDocuments(generation: string, tenantId: TenantId): Promise<number>;
  /** Messages of a stretch of time, for comparing; ascending by time. */
  listDocuments(
    generation: string,
    tenantId: TenantId,
    range: { readonly from: UnixMs; readonly until: UnixMs },
  ): AsyncIterable<MessageId>;
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
  'index.mended',
  'index.committed',
  'export.started',
  'export.packed',
  'export.committed',
  'schedule.claimed',
  'schedule.committed',
  'mail.sent',
] as const;
export type FailpointName = (typeof FAILPOINTS)[number];
