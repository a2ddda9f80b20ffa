/** A shard that the simulated WeCom answered, in the order of answering. */
export interface AnsweredShard {
  readonly fileId: string;
  readonly first: number;
  readonly at: number;
}

export interface Repeats {
  readonly answered: number;
  /** Answered more than once. */
  readonly repeated: number;
  /** Repeats that no kill explains: a second one of the same file after the same kill, or one before any. */
  readonly unexplained: number;
}

/** Between two kills, a file may come again at one shard: the one that was in flight when the first of the two struck. */
export function countRepeats(shards: readonly AnsweredShard[], kills: readonly number[]): Repeats {
  const seen = new Set<string>();
  const excused = new Set<string>();
  let [repeated, unexplained] = [0, 0];
  for (const { fileId, first, at } of shards) {
    const shard = `${fileId} ${first}`;
    if (!seen.has(shard)) {
      seen.add(shard);
      continue;
    }
    repeated += 1;
    const excuse = `${fileId} ${kills.filter((time) => time <= at).length}`;
    if (excuse.endsWith(' 0') || excused.has(excuse)) unexplained += 1;
    excused.add(excuse);
  }
  return { answered: shards.length, repeated, unexplained };
}
