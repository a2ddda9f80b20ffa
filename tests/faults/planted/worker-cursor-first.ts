import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/*
 * The worker with a planted bug: it moves the cursor in a transaction of its own before it stores the page. Killed in
 * between, it loses a page without noticing. The fault suite must notice; if it does not, the suite is broken.
 */
const RIGHT = 'await inTenant(deps.database, tenantId, store);';
const WRONG = `
  await inTenant(deps.database, tenantId, (tx) => moveCursor(tx, connectionId, { after: head.cursor, last, pageNo, pageHash, now }));
  deps.failpoint('pull.cursor_moved');
  await inTenant(deps.database, tenantId, async (tx) => {
    const kept = { connectionId, pageNo, after: head.cursor, first, last, count, unseen: page.unseen, bytes, sha256 };
    await insertPage(tx, { ...kept, leafHash: leaf, chainHash: pageHash, receivedAt: now });
    await deps.enqueue(tx, 'open-page', { tenantId, connectionId, pageNo });
  });`;

registerHooks({
  load(url, context, next) {
    if (!url.endsWith('/apps/worker/src/pull/store-page.ts')) return next(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    if (!source.includes(RIGHT)) throw new Error('The place to plant the bug in was not found.');
    return { format: 'module-typescript', source: source.replace(RIGHT, WRONG), shortCircuit: true };
  },
});

await import(new URL('../../../apps/worker/src/main.ts', import.meta.url).href);
