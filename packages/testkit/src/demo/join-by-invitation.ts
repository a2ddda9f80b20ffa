import { createVisitor, type Visitor } from '../visitors/create-visitor.ts';
import { readMailedToken } from '../visitors/read-mailed-token.ts';

export interface NewColleague {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly role: 'admin' | 'viewer';
  readonly employees: readonly string[];
}

/** Invites somebody, reads the link in the development mailbox as the addressee would, signs up and accepts. */
export async function joinByInvitation(portalUrl: string, inviter: Visitor, colleague: NewColleague): Promise<Visitor> {
  await inviter.post('/v1/invitations', {
    email: colleague.email,
    role: colleague.role,
    employees: colleague.employees,
    language: 'zh-CN',
  });
  const token = await readMailedToken(inviter, colleague.email, 'invitations');
  const visitor = createVisitor(portalUrl);
  await visitor.post('/auth/sign-up/invited', { token, name: colleague.name, password: colleague.password });
  await visitor.post('/v1/invitations/accept', { token });
  return visitor;
}
