/** One shard of a file that was answered. */
export interface AnsweredShard {
  readonly fileId: string;
  /** First byte at rest. */
  readonly first: number;
  /** On the machine's own clock, Unix ms. */
  readonly at: number;
}

/** As many as a test of a few gigabytes needs. */
const MOST = 50_000;

/** Shards answered since the process began, in their order; the oldest are forgotten. */
export class ShardLog {
  readonly #answered: AnsweredShard[] = [];

  note(fileId: string, first: number): void {
    this.#answered.push({ fileId, first, at: Date.now() });
    if (this.#answered.length > 2 * MOST) this.#answered.splice(0, MOST);
  }

  list(): readonly AnsweredShard[] {
    return this.#answered;
  }
}
