import { runWorkerWithBug } from './plant-bug.ts';

/* Takes an answer with an errcode for "no new messages": the pull ends well, and nobody learns that it was refused. */
await runWorkerWithBug({
  file: 'apps/worker/src/pull/read-answer.ts',
  right: 'const page = readPage(bytes);',
  wrong: `if (/"errcode":(?!0[,}])/.test(Buffer.from(bytes).toString())) return { bytes, seqs: [], unseen: [] };
  const page = readPage(bytes);`,
});
