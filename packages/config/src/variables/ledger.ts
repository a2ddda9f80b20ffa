import { createPublicKey } from 'node:crypto';
import type { ConfigProblem } from '../config-error.ts';
import { ledgerPrivateKeyFile, ledgerPublicKeysFile, splitPublicKeys, type KeyFile } from '../key-files.ts';
import { variable } from '../variable.ts';

export const ledgerPublicVariables = {
  HIGHWATER_LEDGER_PUBLIC_FILE: variable(
    ledgerPublicKeysFile,
    'File with the Ed25519 public keys (SPKI PEM) by which days and checkpoints of the ledger are believed: the present one first, then every earlier one.',
    '/etc/highwater/ledger.pub',
  ),
};

export const ledgerPrivateVariables = {
  HIGHWATER_LEDGER_KEY_FILE: variable(
    ledgerPrivateKeyFile,
    'File with the Ed25519 private key (PKCS#8 PEM) that signs days and checkpoints of the ledger; only the worker has it.',
    '/etc/highwater/ledger.key',
  ),
};

/** What is signed must be believed: the private key's public half is the first of the public ones. */
export function ledgerRule(values: {
  readonly HIGHWATER_LEDGER_KEY_FILE?: KeyFile<string>;
  readonly HIGHWATER_LEDGER_PUBLIC_FILE?: KeyFile<string>;
}): readonly ConfigProblem[] {
  const { HIGHWATER_LEDGER_KEY_FILE: own, HIGHWATER_LEDGER_PUBLIC_FILE: known } = values;
  if (own === undefined || known === undefined) return [];
  const spki = (pem: string): string => createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');
  const [first = ''] = splitPublicKeys(known.key);
  if (spki(first) === spki(own.key)) return [];
  return [
    {
      variable: 'HIGHWATER_LEDGER_PUBLIC_FILE',
      problem: 'does not begin with the public half of HIGHWATER_LEDGER_KEY_FILE',
      fix: 'Put the public half of the present key first and keep the earlier keys below it.',
    },
  ];
}
