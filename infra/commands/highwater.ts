import { resolve } from 'node:path';
import { doctor } from '../cli/doctor.ts';
import { verifyAudits } from '../cli/verify-audit.ts';
import { verifyLedgerFile } from '../cli/verify-ledger.ts';
import { manageOperators } from '../cli/operator.ts';
import { readCommandEnvironment } from '../start/command-environment.ts';
import { runCommand } from '../processes/run-command.ts';

/** What `npm run highwater -- COMMAND` knows: each takes its arguments and answers the exit code. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  doctor: (args) => doctor(args, (line) => console.log(line)),
  operator: (args) => manageOperators(args, (line) => console.log(line)),
  'verify-audit': (args) => verifyAudits(args, (line) => console.log(line)),
  'verify-ledger': (args) => verifyLedgerFile(args, (line) => console.log(line)),
};

await runCommand(async (given) => {
  const [command = '', ...args] = takeEnvironment(given);
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined) {
    const usage = `Usage: npm run highwater -- [--data DIR] COMMAND [OPTIONS]\nCommands: ${Object.keys(COMMANDS).join(', ')}.`;
    console.log(command === '' ? usage : `There is no command "${command}".\n${usage}`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await run(args);
});

/** `--data DIR` first: the settings of what `npm start` keeps there, in place of those of the environment. */
function takeEnvironment(args: readonly string[]): readonly string[] {
  const [option, folder = '', ...rest] = args;
  if (option !== '--data') return args;
  Object.assign(process.env, readCommandEnvironment(resolve(process.env['INIT_CWD'] ?? process.cwd(), folder)));
  return rest;
}
