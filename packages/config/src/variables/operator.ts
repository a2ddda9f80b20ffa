import type { ConfigProblem } from '../config-error.ts';
import { secretBytesFile } from '../key-files.ts';
import { origin } from '../value-schemas.ts';
import { variable } from '../variable.ts';

export const operatorVariables = {
  HIGHWATER_OPERATOR_URL: variable(
    origin.optional(),
    "Origin of the operator's console: a host name of its own, which leads to the portal too. Without it there is no console.",
    'https://operator.example.com',
  ),
};

export const operatorDoorVariables = {
  HIGHWATER_OPERATOR_DOOR_FILE: variable(
    secretBytesFile.optional(),
    'Development only: file with a word (32 bytes in base64) that opens the console without a passkey.',
    '/srv/development/operator-door.key',
  ),
};

/** Cookies tell hosts apart and not ports: a console on the portal's host would have its sessions beside those of companies. */
export function operatorRule(values: Readonly<Record<string, unknown>>): readonly ConfigProblem[] {
  const { HIGHWATER_OPERATOR_URL: own, HIGHWATER_PORTAL_URL: portal } = values;
  if (typeof own !== 'string' || typeof portal !== 'string') return [];
  if (new URL(own).hostname !== new URL(portal).hostname) return [];
  const problem = 'names the host of the portal';
  return [{ variable: 'HIGHWATER_OPERATOR_URL', problem, fix: 'Give the console a host name of its own.' }];
}

/** The word of the file as people type it, base64url; undefined where there is no such door. */
export function doorWord(key: Uint8Array | undefined): string | undefined {
  return key === undefined ? undefined : Buffer.from(key).toString('base64url');
}
