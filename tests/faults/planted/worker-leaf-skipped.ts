import { runWorkerWithBug } from './plant-bug.ts';

/* Keeps its second page without linking the page's leaf into the chain: the page could be exchanged unnoticed. */
await runWorkerWithBug({
  file: 'apps/worker/src/pull/store-page.ts',
  right: "const pageHash = chainHash(head.pageHash === '' ? CHAIN_START : head.pageHash, leaf);",
  wrong: `const pageHash = head.pageCount === 1
    ? head.pageHash
    : chainHash(head.pageHash === '' ? CHAIN_START : head.pageHash, leaf);`,
});
