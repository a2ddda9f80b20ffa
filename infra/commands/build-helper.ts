import { relative } from 'node:path';
import { buildHelper, NoCompiler } from '@highwater/wecom/library';
import { ROOT, runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

/** `npm run build:helper`: compiles the program that loads WeCom's library, unless that was done for these sources. */
await runCommand(async () => {
  const path = await buildHelper().catch((error: unknown) => {
    throw error instanceof NoCompiler ? new Sentence(error.message) : error;
  });
  console.log(`The finance helper is built: ${relative(ROOT, path)}`);
});
