import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { securityText } from '@highwater/i18n';
import { ROOT, runCommand } from '../processes/run-command.ts';

/** `node infra/enter.mjs security-page`: writes docs/security.md from the words of the page. */
await runCommand(async () => {
  await writeFile(join(ROOT, 'docs/security.md'), securityText('en'));
  console.log('docs/security.md is written.');
});
