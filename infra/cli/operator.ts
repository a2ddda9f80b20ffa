import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ConfigError, readMigrateConfig, type MigrateConfig } from '@highwater/config';
import { hashToken } from '@highwater/crypto';
import { inviteOperator, removeOperator } from '@highwater/db';
import { Sentence } from '../processes/sentence.ts';

export const OPERATOR_USAGE =
  'Usage: npm run highwater -- operator invite --name NAME --email ADDRESS\n' +
  '       npm run highwater -- operator remove --email ADDRESS';

/** A link that lies about is soon of no use. */
const LINK_MS = 30 * 60_000;

type Settings = Pick<MigrateConfig, 'database' | 'passwords' | 'operatorUrl'>;

/**
 * `highwater operator`: the only way to one of the operator's accounts, with the migrator's environment. `invite` makes it,
 * or another passkey for it, and prints a link that works once for 30 minutes; `remove` ends it at once. Answers the exit
 * code: 0 done, 1 there is no such operator, 2 it could not be done.
 */
export async function manageOperators(
  args: readonly string[],
  print: (line: string) => void,
  readSettings: () => Settings = readMigrateConfig,
  now: number = Date.now(),
): Promise<0 | 1 | 2> {
  try {
    const { verb, name, email } = readArguments(args);
    const { database, passwords, operatorUrl } = readSettings();
    const migrator = { ...database, user: 'hw_migrator', password: passwords.migrator };
    if (verb === 'remove') {
      const removed = await removeOperator(migrator, email, now);
      print(removed ? 'Removed: sessions, passkeys and links no longer work.' : 'There is no such operator.');
      return removed ? 0 : 1;
    }
    if (operatorUrl === undefined)
      throw new Sentence('HIGHWATER_OPERATOR_URL is not set: there is no console to enter.');
    const token = randomBytes(24).toString('base64url');
    await inviteOperator(migrator, { name, email, tokenHash: hashToken(token), expiresAt: now + LINK_MS, now });
    print('Open this on the device whose passkey is to be used. It works once, for 30 minutes:');
    print(`${operatorUrl}/operator/enrol#${token}`);
    return 0;
  } catch (error) {
    if (error instanceof Sentence || error instanceof ConfigError) print(error.message);
    else print('It could not be done: the database did not answer, or is not up to date.');
    return 2;
  }
}

function readArguments(args: readonly string[]): { verb: 'invite' | 'remove'; name: string; email: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { name: { type: 'string' }, email: { type: 'string' } },
    });
    const { name = '', email = '' } = values;
    const [verb] = positionals;
    const isWhole = positionals.length === 1 && email.includes('@') && (verb === 'remove' || name.trim() !== '');
    if (isWhole && (verb === 'invite' || verb === 'remove')) return { verb, name: name.trim(), email };
  } catch {
    // Said below.
  }
  throw new Sentence(OPERATOR_USAGE);
}
