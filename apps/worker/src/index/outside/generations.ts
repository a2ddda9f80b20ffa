import type { SearchIndexWriter } from '@highwater/domain';

/** The generations of the outside index, which all companies share. */
export interface Generations {
  /** The one that answers. */
  readonly current: string;
  /** A newer one that is being filled; it answers when it holds what everybody has on. */
  readonly next: string | null;
  readonly all: readonly string[];
}

/** What there is; the first generation is made and published at once, empty: a company is asked for there when it is filled. */
export async function findGenerations(writer: SearchIndexWriter): Promise<Generations> {
  let current = await writer.currentGeneration();
  if (current === null) {
    // Two workers at once may make one each: the older is the next one's predecessor and is dropped with it.
    current = (await writer.listGenerations()).at(-1) ?? (await writer.createGeneration());
    await writer.publishGeneration(current);
  }
  const all = await writer.listGenerations();
  const newest = all.at(-1);
  const isNewer = newest !== undefined && all.indexOf(newest) > all.indexOf(current);
  return { current, next: isNewer ? newest : null, all };
}
