import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createI18n } from '@highwater/i18n';
import type { KindCoverage } from '../../packages/message-view/src/kind-coverage.ts';
import { coverageModule, coverageTable } from '../message-kinds/write-table.ts';
import { ROOT, runCommand } from '../processes/run-command.ts';
import { openDrawing } from '../screenshots/open-drawing.ts';

/** `npm run message-kinds`: proves with the samples what is done with each kind, and writes docs/message-types.md. */
await runCommand(async () => {
  const drawing = await openDrawing();
  try {
    const { proveKinds } = (await drawing.load('infra/message-kinds/prove-kinds.ts')) as {
      proveKinds: () => Promise<readonly KindCoverage[]>;
    };
    const kinds = await proveKinds();
    const { t } = createI18n('en');
    writeFileSync(join(ROOT, 'packages/message-view/src/kind-coverage.generated.ts'), coverageModule(kinds));
    writeFileSync(
      join(ROOT, 'docs/message-types.md'),
      coverageTable(kinds, (kind) => t(`kinds.name.${kind}`)),
    );
    console.log('docs/message-types.md is written.');
  } finally {
    await drawing.close();
  }
});
