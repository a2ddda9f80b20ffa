import type { SignOnId, UserId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { NO_SUCH_ROW, type Cases } from './isolation-case.ts';
import { ISSUER, SIGN_ON_DOMAIN, signOnOf } from './seed-sign-on.ts';

const NOW = ROW_TIME + 1000;
const ADDRESS = `somebody@${SIGN_ON_DOMAIN}`;
const EVERYBODY = { email: null, subject: null, skip: 0, limit: 10 };
const LOGIN = { purpose: 'sign_in', browserHash: 'b', invitationId: null, memberId: null, requestId: null } as const;

export const SIGN_ON_CASES = {
  listSignOns: { run: (tx) => db.listSignOns(tx), nothing: [] },
  findSignOn: { run: (tx, seed) => db.findSignOn(tx, seed.signOnId, true), nothing: undefined },
  findEnabledSignOn: { run: (tx) => db.findEnabledSignOn(tx), nothing: undefined },
  insertSignOn: {
    run: (tx, seed) => db.insertSignOn(tx, signOnOf(newId<SignOnId>(), seed.ownerId)),
    nothing: undefined,
  },
  updateSignOn: {
    run: (tx, seed) => db.updateSignOn(tx, seed.signOnId, { joinsAs: 'viewer', isRequired: false }),
    nothing: undefined,
  },
  saveSignOnTest: {
    run: (tx, seed) => db.saveSignOnTest(tx, seed.signOnId, { at: NOW, email: null, problem: 'issuer' }),
    nothing: undefined,
  },
  enableSignOn: { run: (tx) => db.enableSignOn(tx, null, NOW), nothing: undefined },
  markSignOnRemoved: { run: (tx, seed) => db.markSignOnRemoved(tx, seed.signOnId, NOW), nothing: undefined },
  isSignOnRequired: { run: (tx) => db.isSignOnRequired(tx, ADDRESS), nothing: false },
  listSignOnDomains: { run: (tx) => db.listSignOnDomains(tx), nothing: [] },
  findSignOnDomain: { run: (tx) => db.findSignOnDomain(tx, SIGN_ON_DOMAIN), nothing: undefined },
  isDomainProven: { run: (tx) => db.isDomainProven(tx, ADDRESS), nothing: false },
  insertSignOnDomain: {
    run: (tx, { ownerId }) =>
      db.insertSignOnDomain(tx, { domain: 'further.example', record: 'r', addedBy: ownerId, addedAt: NOW }),
    nothing: undefined,
  },
  markDomainProven: { run: (tx) => db.markDomainProven(tx, 'waiting.example', NOW), nothing: undefined },
  deleteSignOnDomain: { run: (tx) => db.deleteSignOnDomain(tx, SIGN_ON_DOMAIN), nothing: false },
  findIdentityBySubject: { run: (tx) => db.findIdentityBySubject(tx, ISSUER, 'subject'), nothing: undefined },
  findSignOnIdentity: {
    run: (tx, seed) => db.findSignOnIdentity(tx, seed.signOnId, seed.identityId),
    nothing: undefined,
  },
  listSignOnIdentities: {
    run: (tx, seed) => db.listSignOnIdentities(tx, seed.signOnId, EVERYBODY),
    nothing: { rows: [], total: 0 },
  },
  insertSignOnIdentity: {
    run: (tx, { signOnId, ownerId }) =>
      db.insertSignOnIdentity(tx, {
        identityId: newId(),
        signOnId,
        issuer: ISSUER,
        subject: 'another',
        userId: newId<UserId>(),
        memberId: ownerId,
        email: ADDRESS,
        name: 'x',
        now: NOW,
      }),
    nothing: NO_SUCH_ROW,
  },
  updateSignOnIdentity: {
    run: (tx, { identityId, viewerId }) =>
      db.updateSignOnIdentity(tx, identityId, { memberId: viewerId, email: ADDRESS, name: 'new', now: NOW }),
    nothing: undefined,
  },
  insertSignOnLogin: {
    run: (tx, { signOnId }) =>
      db.insertSignOnLogin(tx, {
        ...LOGIN,
        loginId: newId(),
        signOnId,
        stateHash: newId(),
        secretsSealed: Buffer.from('sealed'),
        begunAt: ROW_TIME,
        expiresAt: NOW,
      }),
    nothing: NO_SUCH_ROW,
  },
  readSignOnLogin: { run: (tx, seed) => db.readSignOnLogin(tx, seed.loginId), nothing: undefined },
  moveSignOnLogin: { run: (tx, seed) => db.moveSignOnLogin(tx, seed.loginId, 'open'), nothing: false },
  listScimTokens: { run: (tx) => db.listScimTokens(tx), nothing: [] },
  insertScimToken: {
    run: (tx, { signOnId, ownerId }) =>
      db.insertScimToken(tx, {
        tokenId: newId(),
        signOnId,
        prefix: 'hws_',
        role: 'viewer',
        madeBy: ownerId,
        madeAt: NOW,
        tokenHash: newId(),
      }),
    nothing: NO_SUCH_ROW,
  },
  revokeScimToken: { run: (tx, seed) => db.revokeScimToken(tx, seed.scimTokenId, NOW), nothing: false },
  useScimToken: { run: (tx, seed) => db.useScimToken(tx, seed.scimTokenId, NOW), nothing: undefined },
} satisfies Partial<Cases>;
