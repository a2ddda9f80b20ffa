import { waitUntil } from './wait-until.ts';

interface Mailbox {
  readonly items: readonly { readonly id: string; readonly to: string }[];
}

/** Waits for a mail to the address with a link of this kind, and returns the link's token as its addressee would read it. */
export async function readMailedToken(
  reader: { get<Answer>(path: string): Promise<Answer> },
  to: string,
  kind: 'invitations' | 'links' | 'sign-up' | 'reset-password',
): Promise<string> {
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
