import { exitWithParent } from '@highwater/config/exit-with-parent';
import { runCommand, ROOT } from '../processes/run-command.ts';
import { runStart } from '../start/run-start.ts';
import { readStartOptions } from '../start/start-options.ts';
import { START_STEPS } from '../start/steps/index.ts';

/** `npm start [-- --data DIR --port-base N]` */
exitWithParent();
await runCommand(async (args) => {
  const options = readStartOptions(args, process.env['INIT_CWD'] ?? process.cwd());
  await runStart(options, ROOT, START_STEPS, (line) => console.log(line));
});
