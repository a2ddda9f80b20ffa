import { createVisitor, type Visitor } from '../visitors/create-visitor.ts';
import { waitUntil } from '../visitors/wait-until.ts';

export interface NewColleague {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: 'admin' | 'viewer';
  readonly employees: readonly string[];
}

interface MailboxPage {
  readonly items: readonly { readonly id: string; readonly to: string }[];
}

/** Invites somebody, reads the link in the development mailbox as the addressee would, signs up and accepts. */
export async function joinByInvitation(portalUrl: string, inviter: Visitor, colleague: NewColleague): Promise<Visitor> {
  await inviter.post('/v1/invitations', {
    email: colleague.email,
    role: colleague.role,
    employees: colleague.employees,
    language: 'zh-CN',
  });
  const mailId = await waitUntil(`the invitation of a ${colleague.role} arrives`, async () => {
    const mailbox = await inviter.get<MailboxPage>('/v1/dev/mailbox');
    return mailbox.items.find((mail) => mail.to === colleague.email)?.id;
  });
  const mail = await inviter.get<{ readonly text: string }>(`/v1/dev/mailbox/${mailId}`);
  const token = /\/invitations\/([\w-]{22})/.exec(mail.text)?.[1];
  if (token === undefined) throw new Error('The invitation mail holds no link.');
  const visitor = createVisitor(portalUrl);
  await visitor.signUp({ name: colleague.name, email: colleague.email, password: colleague.password });
  await visitor.post('/v1/invitations/accept', { token });
  return visitor;
}
