import { waitUntil } from '@highwater/testkit';
import type { Session } from './session.ts';

interface Mailbox {
  readonly items: readonly { readonly id: string; readonly to: string }[];
}

/** Waits for a mail to the address with a link of this kind, and returns the link's token as its addressee would read it. */
export async function readMailedToken(reader: Session, to: string, kind: 'invitations' | 'links'): Promise<string> {
  return waitUntil(
    `a mail to ${to} with a link under /${kind} arrives`,
    async () => {
      const { items } = await reader.get<Mailbox>('/v1/dev/mailbox');
      for (const { id } of items.filter((mail) => mail.to === to)) {
        const { text } = await reader.get<{ text: string }>(`/v1/dev/mailbox/${id}`);
        const token = new RegExp(`/${kind}/([\\w-]{22})`).exec(text)?.[1];
        if (token !== undefined) return token;
      }
      return undefined;
    },
    { seconds: 60 },
  );
}

/** Invites an address into the asker's company and returns the invitation with the token its mail holds. */
export async function invite(
  inviter: Session,
  email: string,
  role: 'admin' | 'viewer',
  employees: readonly string[],
): Promise<{ readonly invitationId: string; readonly token: string }> {
  const invitation = { email, role, employees, language: 'en' };
  const { invitationId } = await inviter.send<{ invitationId: string }>('POST', '/v1/invitations', invitation);
  return { invitationId, token: await readMailedToken(inviter, email, 'invitations') };
}
