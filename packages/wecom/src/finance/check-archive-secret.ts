import { FaultError } from '@highwater/domain';
import { stripPasted } from './strip-pasted.ts';

const ARCHIVE_SECRET = /^[A-Za-z0-9_-]{43}$/;

/** The secret as WeCom writes it, from pasted text. Throws `secret.wrong` (field archiveSecret, detail length) without the text. */
export function checkArchiveSecret(text: string): string {
  const secret = stripPasted(text);
  if (!ARCHIVE_SECRET.test(secret)) {
    throw new FaultError('secret.wrong', { field: 'archiveSecret', detail: { length: secret.length } });
  }
  return secret;
}
