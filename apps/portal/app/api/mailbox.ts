import { ApiProblem, readProblem } from '@highwater/api-client';
import type { MailboxEntry, MailboxMail } from './setup-types.ts';
import type { VisitorApi } from './visitor-api.ts';

/** The development mailbox is no part of the documented API and is missing in production. */
async function readDevelopment<Answer>(api: VisitorApi, path: string): Promise<Answer> {
  const response = await api.send(path);
  if (!response.ok) throw new ApiProblem(readProblem(response.status, await response.json().catch(() => null)));
  const answer: Answer = await response.json();
  return answer;
}

export async function listMailbox(api: VisitorApi): Promise<readonly MailboxEntry[]> {
  const answer = await readDevelopment<{ items: readonly MailboxEntry[] }>(api, '/v1/dev/mailbox');
  return answer.items;
}

export function getMail(api: VisitorApi, mailId: string): Promise<MailboxMail> {
  return readDevelopment(api, `/v1/dev/mailbox/${encodeURIComponent(mailId)}`);
}
