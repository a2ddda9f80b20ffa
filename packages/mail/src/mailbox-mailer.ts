import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultError } from '@highwater/domain';
import type { Clock, Mailer } from '@highwater/domain';
import type { KeptMail } from './kept-mail.ts';

const REAL_CLOCK: Clock = { now: () => Date.now() };

/**
 * Keeps each mail as a JSON file in `dir` instead of sending it; for development. A mail appears whole or not at all,
 * and once for each message id.
 */
export function createMailboxMailer(dir: string, clock: Clock = REAL_CLOCK): Mailer {
  return {
    async send(mail) {
      const id = createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32);
      const path = join(dir, `${id}.json`);
      const unfinished = join(dir, `${randomUUID()}.unfinished`);
      const { to, subject, text, html, messageId } = mail;
      const kept: KeptMail = { id, at: clock.now(), to, subject, text, html, messageId };
      try {
        await mkdir(dir, { recursive: true, mode: 0o700 });
        if ((await stat(path).catch(() => undefined)) !== undefined) return;
        await writeFile(unfinished, JSON.stringify(kept, null, 2), { mode: 0o600 });
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true }).catch(() => undefined);
        throw new FaultError('mail.refused', { cause: error });
      }
    },
  };
}
