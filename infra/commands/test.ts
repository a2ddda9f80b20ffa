import { parseArgs } from 'node:util';
import { exitWithParent } from '@highwater/config/exit-with-parent';
import { runCommand } from '../processes/run-command.ts';
import { Sentence } from '../processes/sentence.ts';
import { runStages } from '../testing/run-stages.ts';
import { testStages } from '../testing/stages.ts';

/** `npm test [-- --only house|unit|db|journeys] [-- FILES]`. Its last line is `N passed, N failed`. */
exitWithParent();
await runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { only: { type: 'string' } },
    allowPositionals: true,
  });
  const stages = testStages(positionals).filter(({ group }) => values.only === undefined || group === values.only);
  if (stages.length === 0) throw new Sentence('Usage: npm test [-- --only house|unit|db|journeys] [FILES]');
  const { passed, failed } = await runStages(stages, (line) => console.log(line));
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
});
process.exit();
