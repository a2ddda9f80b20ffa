import { FaultError } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import type { MailboxReader } from './mailbox-reader.ts';

export const listMailsInput = {};
export const readMailInput = { params: z.strictObject({ mailId: z.string().max(64) }) };

/** The development mailbox: whoever can open the page may read it, as a person's own mailbox would show it. */
export async function listMails(ctx: VerbContext, raw: RawInput) {
  parseInput(listMailsInput, raw);
  const mails = await mailboxOf(ctx).list();
  return { items: mails.map(({ id, to, subject, at }) => ({ id, to, subject, at })), nextCursor: null };
}

export async function readMail(ctx: VerbContext, raw: RawInput) {
  const { mailId } = parseInput(readMailInput, raw).params;
  const { id, to, subject, at, text, html } = await mailboxOf(ctx).read(mailId);
  return { id, to, subject, at, text, html };
}

function mailboxOf({ deps }: VerbContext): MailboxReader {
  if (deps.mode !== 'development' || deps.mailbox === null) throw new FaultError('thing.missing');
  return deps.mailbox;
}
