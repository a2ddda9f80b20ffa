import { createHmac } from 'node:crypto';
import { hashToken } from '@highwater/crypto';
import { findEnrolment, findOperatorAccount, takeEnrolment, type createIdentityPool } from '@highwater/db';
import { FaultError, type Clock, type Log, type OperatorId } from '@highwater/domain';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { cookieSettings } from '../identity/cookie-settings.ts';
import { passkeysIn } from '../identity/passkey-plugin.ts';
import { sessionOpener } from '../identity/session-opener.ts';
import { readDoor } from './development-door.ts';
import { ENROLMENT_HEADER, type OperatorIdentity } from './operator-identity.ts';

/** A working day. */
const SESSION_SECONDS = 8 * 3600;
/** Set by us before the library sees a request, so that a visitor cannot say where it comes from. */
const ADDRESS_HEADER = 'highwater-visitor';

/**
 * The identity library once more, for the operator's people: tables, cookie and origin of their own, passkeys and nothing
 * else. `secret` (32 bytes) is that of sessions; what signs the cookies here is derived from it. `door`: a word that lets in without a passkey, in development.
 */
export function createOperatorIdentity(options: {
  operatorUrl: string;
  pool: ReturnType<typeof createIdentityPool>;
  secret: Uint8Array;
  log: Log;
  clock: Clock;
  door: string | undefined;
}): OperatorIdentity {
  const { operatorUrl, pool, clock, log } = options;
  const auth = createOperatorAuth(options);
  return {
    url: operatorUrl,
    async answer(request, address) {
      const headers = new Headers(request.headers);
      headers.delete(ADDRESS_HEADER);
      if (address !== null) headers.set(ADDRESS_HEADER, address);
      const { pathname } = new URL(request.url);
      if (pathname.endsWith('/development-door')) {
        const userId = await readDoor(request, options.door, (email) => findOperatorAccount(pool, email));
        log.warn('operator entered without a passkey');
        return auth.api.openSession({ body: { userId, fields: {} }, headers, asResponse: true });
      }
      const isEnrolling = pathname.endsWith('/passkey/generate-register-options');
      if (isEnrolling && (await findEnrolment(pool, enrolmentOf(headers), clock.now())) === undefined)
        throw new FaultError('enrolment.expired');
      return auth.handler(new Request(request, { headers }));
    },
    async findOperator(headers) {
      if (!headers.has('cookie')) return null;
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } }).catch((cause: unknown) => {
        throw new FaultError('database.unavailable', { cause });
      });
      return found === null ? null : { operatorId: found.user.id as OperatorId };
    },
  };
}

function enrolmentOf(headers: Headers | undefined): string {
  return hashToken(headers?.get(ENROLMENT_HEADER) ?? '');
}

function createOperatorAuth({ operatorUrl, pool, secret, log, clock }: Parameters<typeof createOperatorIdentity>[0]) {
  return betterAuth({
    baseURL: operatorUrl,
    basePath: '/operator-auth',
    secret: createHmac('sha256', secret).update('highwater operator sessions').digest('base64'),
    database: pool,
    trustedOrigins: [operatorUrl],
    user: { modelName: 'operator' },
    session: { modelName: 'operator_session', expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    verification: { modelName: 'operator_verification' },
    plugins: [
      passkeysIn('operator_passkey', {
        rpID: new URL(operatorUrl).hostname,
        rpName: 'Highwater operator',
        origin: operatorUrl,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: {
          requireSession: false,
          resolveUser: async ({ ctx }) => {
            const enrolled = await findEnrolment(pool, enrolmentOf(ctx.headers), clock.now());
            if (enrolled === undefined) throw new APIError('UNAUTHORIZED');
            return { id: enrolled.operatorId, name: enrolled.email, displayName: enrolled.name };
          },
          // The link is used up by the passkey that it made, and by whoever holds it still.
          afterVerification: async ({ ctx, verification, user }) => {
            if (verification.registrationInfo?.userVerified !== true) throw new APIError('UNAUTHORIZED');
            const hash = enrolmentOf(ctx.headers);
            const enrolled = await findEnrolment(pool, hash, clock.now());
            if (enrolled?.operatorId !== user.id || !(await takeEnrolment(pool, hash, clock.now())))
              throw new APIError('UNAUTHORIZED');
          },
        },
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED');
          },
        },
      }),
      sessionOpener(),
    ],
    advanced: {
      ...cookieSettings('highwater-operator', operatorUrl, 'strict'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    // Tries are counted by our own limit, per proven address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // The library's messages may quote what people typed: only that it complained is kept.
    logger: { level: 'error', log: (level) => log.warn(`identity ${level === 'error' ? 'error' : 'notice'}`) },
    onAPIError: { throw: false },
  });
}
