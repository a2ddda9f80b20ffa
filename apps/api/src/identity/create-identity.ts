import { createHmac } from 'node:crypto';
import {
  endSession,
  endSignOnSessions,
  insertSignOnUser,
  touchSession,
  type createIdentityPool,
  type Database,
  type SessionFactor,
} from '@highwater/db';
import { FaultError, type Clock, type Log, type TenantId, type UnixMs, type UserId } from '@highwater/domain';
import type { SignedInUser } from '../actor/actor.ts';
import { createAccountAudit } from './account-audit.ts';
import { createAccountDesk } from './account-desk.ts';
import { createAccountMails } from './account-mails.ts';
import { reduceAnswer } from './answers.ts';
import { ADDRESS_HEADER, createAuth } from './create-auth.ts';
import type { IdentityParts } from './identity-parts.ts';
import type { Identity, Visitor } from './identity.ts';
import { createGuessLimits } from './limit-guesses.ts';
import { giveChallenge, registerPasskey, signInWithPasskey } from './passkey-paths.ts';
import { requireProof } from './require-proof.ts';
import { askReset, resetPassword } from './reset-password.ts';
import { takeSecondStep } from './second-step.ts';
import { signIn } from './sign-in.ts';
import { askSignUp, completeSignUp, signUpInvited } from './sign-up.ts';

/** A session's last use is known to this much. */
const USE_MS = 5 * 60_000;

/** How long a session lasts unused, and in all; null without a limit of ours (the library ends it after seven days). */
export interface SessionLimits {
  readonly idleMs: number | null;
  readonly absoluteMs: number | null;
}

/**
 * Accounts, sign-in and sessions: the identity library, and what is ours around it. `secret` (32 bytes) signs cookies.
 * `signInsPerHour`: wrong passwords of one network address, null without limit.
 */
export function createIdentity(options: {
  portalUrl: string;
  pool: ReturnType<typeof createIdentityPool>;
  database: Database;
  secret: Uint8Array;
  log: Log;
  clock: Clock;
  signInsPerHour: number | null;
  workerBoxPublicKey: string;
  sessionLimits: SessionLimits;
}): Identity {
  const { pool, clock, database, log, secret, sessionLimits, signInsPerHour: perAddress } = options;
  const isSecure = options.portalUrl.startsWith('https:');
  const auth = createAuth(options);
  const limits = createGuessLimits({ pool, clock, secret, perAddress, isSecure });
  const mails = createAccountMails({ ...options, limits });
  const audit = createAccountAudit(options);
  const recoveryKey = createHmac('sha256', secret).update('highwater recovery codes').digest();
  const parts: IdentityParts = { auth, pool, database, clock, log, limits, mails, audit, recoveryKey };

  async function findUser(headers: Headers): Promise<SignedInUser | null> {
    if (!headers.has('cookie')) return null;
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } }).catch((cause: unknown) => {
      throw new FaultError('database.unavailable', { cause });
    });
    if (found === null) return null;
    const { session } = found;
    const { id, email, name } = found.user;
    const userId = id as UserId;
    const now = clock.now();
    const signedInAt = session.createdAt.getTime();
    const lastUsedAt = session.lastUsedAt?.getTime() ?? signedInAt;
    if (isOver(now - lastUsedAt, sessionLimits.idleMs) || isOver(now - signedInAt, sessionLimits.absoluteMs)) {
      await endSession(pool, userId, session.id);
      return null;
    }
    if (now - lastUsedAt > USE_MS) await touchSession(pool, session.id, now);
    const factor = (session.factor ?? null) as SessionFactor | null;
    const provenAt = session.provenAt?.getTime() ?? null;
    const tenantId = (session.tenantId ?? null) as TenantId | null;
    return { userId, email, name, sessionId: session.id, factor, tenantId, signedInAt, provenAt };
  }

  const openSession: Identity['openSession'] = async ({ userId, factor, fields = {} }, headers, { address }) => {
    const own = visitorHeaders(headers, address);
    const { headers: answered } = await auth.api.openSession({
      body: { userId, fields: { factor, ...fields } },
      headers: own,
      returnHeaders: true,
    });
    return answered.getSetCookie();
  };

  type Answer = (request: Request, headers: Headers, visitor: Visitor) => Promise<Response>;
  const ofLibrary: Answer = async (request, headers) =>
    reduceAnswer(await auth.handler(new Request(request, { headers })));

  const answers: Readonly<Record<string, Answer>> = {
    '/auth/sign-up/email': (...asked) => askSignUp(parts, ...asked),
    '/auth/sign-up/complete': (...asked) => completeSignUp(parts, openSession, ...asked),
    '/auth/sign-up/invited': (...asked) => signUpInvited(parts, openSession, ...asked),
    '/auth/sign-in/email': (...asked) => signIn(parts, ...asked),
    async '/auth/sign-out'(request, headers, visitor) {
      const user = await findUser(headers);
      const answer = await ofLibrary(request, headers, visitor);
      if (user !== null) await audit.record(user.userId, 'session.ended', visitor, { sessions: 1 });
      return answer;
    },
    '/auth/get-session': ofLibrary,
    '/auth/two-factor/verify-totp': (...asked) => takeSecondStep(parts, 'totp', ...asked),
    '/auth/two-factor/verify-backup-code': (...asked) => takeSecondStep(parts, 'recovery', ...asked),
    '/auth/passkey/generate-authenticate-options': (request, headers) => giveChallenge(parts, request, headers),
    '/auth/passkey/verify-authentication': (...asked) => signInWithPasskey(parts, ...asked),
    async '/auth/passkey/generate-register-options'(request, headers) {
      const user = await findUser(headers);
      if (user === null) throw new FaultError('session.missing');
      requireProof(user, clock.now());
      return giveChallenge(parts, request, headers);
    },
    '/auth/passkey/verify-registration': async (request, headers, visitor) =>
      registerPasskey(parts, await findUser(headers), request, headers, visitor),
    '/auth/request-password-reset': (...asked) => askReset(parts, ...asked),
    '/auth/reset-password': (...asked) => resetPassword(parts, ...asked),
  };

  return {
    async answer(request, visitor) {
      const answer = answers[new URL(request.url).pathname];
      if (answer === undefined) throw new FaultError('thing.missing');
      return answer(request, visitorHeaders(request.headers, visitor.address), visitor);
    },
    findUser,
    openSession,
    signOnUsers: {
      add: (userId, name) => insertSignOnUser(pool, userId, name, clock.now()),
      endSessions: (tenantId) => endSignOnSessions(pool, tenantId),
    },
    desk: createAccountDesk(parts),
  };
}

function isOver(ms: number, limit: UnixMs | null): boolean {
  return limit !== null && ms > limit;
}

function visitorHeaders(given: Headers, address: string | null): Headers {
  const headers = new Headers(given);
  headers.delete(ADDRESS_HEADER);
  if (address !== null) headers.set(ADDRESS_HEADER, address);
  return headers;
}
