import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';

/** `npm run openapi`: writes the API's description as its routes are now, and the client's types from it. */
await runCommand(async () => {
  // By address, because nothing imports an app; the API's own test compares the file with its routes.
  const { openApiText } = (await import(join(ROOT, 'apps/api/src/openapi.ts'))) as { openApiText: () => string };
  writeFileSync(join(ROOT, 'packages/api-client/openapi.json'), openApiText());
  const { status } = spawnSync('npm', ['run', 'generate', '--workspace', '@highwater/api-client'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Sentence('The types of the client could not be written.');
});
