import { FaultError } from '@highwater/domain';
import { stripPasted } from './strip-pasted.ts';

const ARCHIVE_SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * A secret as WeCom writes it, from pasted text: the archive's and those of apps are alike. Throws `secret.wrong` (with
 * the form's field, detail length) without the text.
 */
export function checkArchiveSecret(text: string, field = 'archiveSecret'): string {
  const secret = stripPasted(text);
  if (!ARCHIVE_SECRET.test(secret)) {
    throw new FaultError('secret.wrong', { field, detail: { length: secret.length } });
  }
  return secret;
}
