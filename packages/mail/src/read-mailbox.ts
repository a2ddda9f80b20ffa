import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultError } from '@highwater/domain';
import { parseKeptMail } from './kept-mail.ts';
import type { KeptMail } from './kept-mail.ts';

/** Mails of the development mailbox, newest first, at most `limit`. A mailbox that does not exist yet is empty. */
export async function listMailbox(dir: string, limit = 200): Promise<readonly KeptMail[]> {
  const names = await readdir(dir).catch(() => []);
  const mails: KeptMail[] = [];
  for (const name of names) {
    if (!/^[0-9a-f]{32}\.json$/.test(name)) continue;
    const mail = parseKeptMail(await readFile(join(dir, name), 'utf8').catch(() => ''));
    if (mail !== undefined) mails.push(mail);
  }
  mails.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  return mails.slice(0, limit);
}

/** One mail of the development mailbox. Throws `thing.missing`. */
export async function readMail(dir: string, id: string): Promise<KeptMail> {
  if (!/^[0-9a-f]{32}$/.test(id)) throw new FaultError('thing.missing');
  const mail = parseKeptMail(await readFile(join(dir, `${id}.json`), 'utf8').catch(() => ''));
  if (mail === undefined) throw new FaultError('thing.missing');
  return mail;
}
