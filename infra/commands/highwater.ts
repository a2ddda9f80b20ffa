import { doctor } from '../cli/doctor.ts';
import { verifyAudits } from '../cli/verify-audit.ts';
import { verifyLedgerFile } from '../cli/verify-ledger.ts';
import { manageOperators } from '../cli/operator.ts';
import { runCommand } from '../processes/run-command.ts';

/** What `npm run highwater -- COMMAND` knows: each takes its arguments and answers the exit code. */
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  doctor: (args) => doctor(args, (line) => console.log(line)),
  operator: (args) => manageOperators(args, (line) => console.log(line)),
  'verify-audit': (args) => verifyAudits(args, (line) => console.log(line)),
  'verify-ledger': (args) => verifyLedgerFile(args, (line) => console.log(line)),
};

await runCommand(async ([command = '', ...args]) => {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
  if (run === undefined) {
    const usage = `Usage: npm run highwater -- COMMAND [OPTIONS]\nCommands: ${Object.keys(COMMANDS).join(', ')}.`;
    console.log(command === '' ? usage : `There is no command "${command}".\n${usage}`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await run(args);
});
