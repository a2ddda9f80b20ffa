import { runWorkerWithBug } from './plant-bug.ts';

/*
 * Moves the cursor in a transaction of its own before it stores the page. Killed in between, it loses a page without
 * noticing.
 */
await runWorkerWithBug({
  file: 'apps/worker/src/pull/store-page.ts',
  right: 'await inTenant(deps.database, tenantId, store);',
  wrong: `
  await inTenant(deps.database, tenantId, (tx) => moveCursor(tx, connectionId, { after: head.cursor, last, pageNo, pageHash, now }));
  deps.failpoint('pull.cursor_moved');
  await inTenant(deps.database, tenantId, async (tx) => {
    const kept = { connectionId, pageNo, after: head.cursor, first, last, count, unseen: page.unseen, bytes, sha256 };
    await insertPage(tx, { ...kept, leafHash: leaf, chainHash: pageHash, receivedAt: now });
    await deps.enqueue(tx, 'open-page', { tenantId, connectionId, pageNo });
  });`,
});
