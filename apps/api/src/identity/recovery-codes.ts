import { createHmac, randomInt } from 'node:crypto';

const COUNT = 10;
const LENGTH = 10;
/** Without letters and digits that are taken for each other. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes of 49 bits each, "abcde-fghjk". */
export function makeRecoveryCodes(): readonly string[] {
  return Array.from({ length: COUNT }, () => {
    const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** What is stored of a code: keyed, because 49 bits can be tried out by whoever has the table. */
export function hashRecoveryCode(key: Uint8Array, userId: string, code: string): string {
  const plain = code.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
  return createHmac('sha256', key)
    .update(JSON.stringify([userId, plain]))
    .digest('base64url');
}
