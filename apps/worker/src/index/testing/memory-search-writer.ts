import { FaultError, type Fault, type MessageId, type SearchDocument, type SearchIndexWriter } from '@highwater/domain';

export class KilledAfterPut extends Error {}

/** An index outside the database, in memory, that can be down, refuse documents and lose them. */
export class MemorySearchWriter implements SearchIndexWriter {
  readonly engine = 'typesense';
  readonly generations = new Map<string, Map<MessageId, SearchDocument>>();
  /** Messages that it refuses. */
  readonly refuses = new Set<MessageId>();
  isDown = false;
  /** The worker dies when the next documents are in and before it hears so. */
  killAfterPut = false;
  puts = 0;
  private current: string | null = null;

  isReady = (): Promise<boolean> => Promise.resolve(!this.isDown);
  currentGeneration = (): Promise<string | null> => this.answer(() => this.current);
  listGenerations = (): Promise<readonly string[]> => this.answer(() => [...this.generations.keys()].toSorted());

  createGeneration(): Promise<string> {
    return this.answer(() => {
      const newest = [...this.generations.keys()].toSorted().at(-1) ?? 'messages_000000';
      const name = `messages_${String(Number(newest.slice(-6)) + 1).padStart(6, '0')}`;
      this.generations.set(name, new Map());
      return name;
    });
  }
  publishGeneration(generation: string): Promise<void> {
    return this.answer(() => {
      this.current = generation;
    });
  }
  dropGeneration(generation: string): Promise<void> {
    return this.answer(() => void this.generations.delete(generation));
  }
  put(
    generation: string,
    documents: readonly SearchDocument[],
  ): Promise<readonly { messageId: MessageId; fault: Fault }[]> {
    return this.answer(() => {
      this.puts += 1;
      for (const document of documents) {
        if (!this.refuses.has(document.messageId)) this.of(generation).set(document.messageId, document);
      }
      if (this.killAfterPut) {
        this.killAfterPut = false;
        throw new KilledAfterPut();
      }
      return documents
        .filter(({ messageId }) => this.refuses.has(messageId))
        .map(({ messageId }) => ({ messageId, fault: 'search.refused' as const }));
    });
  }
  remove(generation: string, tenantId: string, messageIds: readonly MessageId[] | 'all'): Promise<void> {
    return this.answer(() => {
      for (const document of this.ofTenant(generation, tenantId)) {
        if (messageIds === 'all' || messageIds.includes(document.messageId)) {
          this.of(generation).delete(document.messageId);
        }
      }
    });
  }
  countDocuments(generation: string, tenantId: string): Promise<number> {
    return this.answer(() => this.ofTenant(generation, tenantId).length);
  }
  async *listDocuments(
    generation: string,
    tenantId: string,
    { from, until }: { readonly from: number; readonly until: number },
  ): AsyncGenerator<MessageId> {
    const found = await this.answer(() => this.ofTenant(generation, tenantId));
    const inRange = found.filter(({ sentAt }) => sentAt >= from && sentAt < until);
    for (const { messageId } of inRange.toSorted((one, other) => one.sentAt - other.sentAt)) yield messageId;
  }

  /** As a server whose disk was emptied. */
  loseEverything(): void {
    this.generations.clear();
    this.current = null;
  }

  /** What a generation holds of a company. */
  ofTenant(generation: string, tenantId: string): SearchDocument[] {
    return [...this.of(generation).values()].filter((document) => document.tenantId === tenantId);
  }

  private of(generation: string): Map<MessageId, SearchDocument> {
    const found = this.generations.get(generation);
    if (found === undefined) throw new FaultError('search.missing');
    return found;
  }
  private async answer<Result>(work: () => Result): Promise<Result> {
    if (this.isDown) throw new FaultError('search.unavailable');
    return work();
  }
}
