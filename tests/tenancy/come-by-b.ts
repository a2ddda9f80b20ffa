import type { BareStage } from '../faults/fault-stage.ts';
import { invite } from './mails.ts';
import { openConsole } from './open-console.ts';
import type { People, PersonName } from './people.ts';
import type { Session } from './session.ts';
import { connectProvider } from './sign-on-provider.ts';
import { SUPPORT_SCOPES } from './support-operations.ts';

/** The domain of company B for which its provider vouches. */
export const DOMAIN_OF_B = 'both.highwater.test';

/** Whoever comes in by what company B opened. */
export interface ComingByB {
  /** By company B's identity provider; an owner of company B. */
  readonly signedOnB: Session;
  /** The same of somebody who is a member of company A too, with a password. */
  readonly bothByB: Session;
  /** That person in company A. */
  readonly both: { readonly session: Session; readonly memberId: string };
  /** One of the operator's people, whom company B's owner let look at everything that can be opened. */
  readonly supportOfB: Session;
}

/** Company B's identity provider and support access to company B: none of it opens company A. */
export async function comeByB(
  stage: BareStage,
  given: {
    readonly people: People;
    readonly ownerA: Session;
    readonly ownerB: Session;
    /** The employee of company A whose messages the member of both is granted. */
    readonly granted: string;
    readonly b: { readonly tenantId: string; readonly employee: string };
  },
): Promise<ComingByB> {
  const { people, ownerA, ownerB, granted, b } = given;
  const provider = await connectProvider(stage, ownerB, DOMAIN_OF_B);
  await ownerB.send('POST', '/v1/me/proof', { proof: people.ownerB.password });
  const signOn = async (person: PersonName): Promise<Session> => {
    const session = await provider.signIn(people[person].email);
    const { memberId } = await session.get<{ memberId: string }>('/v1/me');
    await ownerB.send('PATCH', `/v1/members/${memberId}`, { role: 'owner' });
    return session;
  };
  const joinA = async (): Promise<ComingByB['both']> => {
    const { token } = await invite(ownerA, people.both.email, 'viewer', [granted]);
    const session = ownerA.fresh();
    await session.signUp(people.both);
    await session.send('POST', '/v1/invitations/accept', { token });
    const { memberId } = await session.get<{ memberId: string }>('/v1/me');
    return { session, memberId };
  };
  const admitSupport = async (): Promise<Session> => {
    const { session } = await openConsole(stage, people.helper);
    const asked = { reason: 'company B says that messages are missing', scopes: SUPPORT_SCOPES, hours: 4 };
    const path = `/v1/operator/tenants/${b.tenantId}/support`;
    const { requestId } = await session.send<{ requestId: string }>('POST', path, asked);
    const approved = { scopes: SUPPORT_SCOPES, hours: 4, people: [b.employee] };
    await ownerB.send('POST', `/v1/support-requests/${requestId}/approve`, approved);
    return session.saying({ 'highwater-support': requestId });
  };
  const both = await joinA();
  const [signedOnB, bothByB, supportOfB] = await Promise.all([signOn('signedOn'), signOn('both'), admitSupport()]);
  return { signedOnB, bothByB, both, supportOfB };
}
