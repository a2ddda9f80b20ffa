import type { MemberId, SignOnId, UserId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';

export const ISSUER = 'https://provider.example';
export const SIGN_ON_DOMAIN = 'seeded.example';

export function signOnOf(signOnId: SignOnId, madeBy: MemberId): db.NewSignOn {
  const oidc = { kind: 'oidc', name: '公司账号', issuer: ISSUER, clientId: 'client', signInUrl: null } as const;
  return { ...oidc, signOnId, certificates: [], secretSealed: Buffer.from('sealed'), madeBy, madeAt: ROW_TIME };
}

/** A provider that is required, a proven domain and one that waits, somebody who came by it, a sign-in and a token. */
export async function seedSignOn(tx: db.TenantTx, ownerId: MemberId, viewerId: MemberId) {
  const signOnId = newId<SignOnId>();
  await db.insertSignOn(tx, signOnOf(signOnId, ownerId));
  await db.updateSignOn(tx, signOnId, { joinsAs: null, isRequired: true });
  await db.enableSignOn(tx, signOnId, ROW_TIME);
  for (const domain of [SIGN_ON_DOMAIN, 'waiting.example']) {
    await db.insertSignOnDomain(tx, { domain, record: 'record', addedBy: ownerId, addedAt: ROW_TIME });
  }
  await db.markDomainProven(tx, SIGN_ON_DOMAIN, ROW_TIME);
  const [identityId, loginId, scimTokenId] = [newId(), newId(), newId()];
  await db.insertSignOnIdentity(tx, {
    identityId,
    signOnId,
    issuer: ISSUER,
    subject: 'subject',
    userId: newId<UserId>(),
    memberId: viewerId,
    email: `viewer@${SIGN_ON_DOMAIN}`,
    name: '林小雨',
    now: ROW_TIME,
  });
  await db.insertSignOnLogin(tx, {
    loginId,
    signOnId,
    purpose: 'sign_in',
    stateHash: `state of ${loginId}`,
    browserHash: 'browser',
    invitationId: null,
    memberId: null,
    requestId: null,
    secretsSealed: Buffer.from('sealed'),
    begunAt: ROW_TIME,
    expiresAt: ROW_TIME + 600_000,
  });
  const token = { tokenId: scimTokenId, signOnId, prefix: 'hws_seed', role: 'viewer' } as const;
  await db.insertScimToken(tx, { ...token, madeBy: ownerId, madeAt: ROW_TIME, tokenHash: `hash of ${scimTokenId}` });
  return { signOnId, identityId, loginId, scimTokenId };
}
