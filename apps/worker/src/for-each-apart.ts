/**
 * Does `work` for every item, one after the other, whatever happens to the others: one tenant's failure must not keep the
 * rest waiting. The first failure is thrown when all are done.
 */
export async function forEachApart<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
