import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../infra/processes/run-command.ts';

/** An authenticator in software, of one origin: what `navigator.credentials` would answer to a challenge. */
interface Passkey {
  create(options: object): object;
  get(options: object): object;
}

const path = join(ROOT, 'apps/api/src/testing/software-passkey.ts');

export const { createSoftwarePasskey } = (await import(pathToFileURL(path).href)) as {
  createSoftwarePasskey(origin: string): Passkey;
};
