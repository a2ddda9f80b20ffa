import { hashPassword, verifyPassword } from '@highwater/crypto';
import type { createIdentityPool } from '@highwater/db';
import { FaultError, type Clock, type Log, type UserId } from '@highwater/domain';
import { betterAuth } from 'better-auth';
import type { Identity } from './identity.ts';
import { createGuessLimits } from './limit-guesses.ts';
import { readSignIn } from './read-sign-in.ts';

const WEEK_SECONDS = 7 * 24 * 3600;
/** Set by us before the library sees a request, so that a visitor cannot say where it comes from. */
const ADDRESS_HEADER = 'highwater-visitor';

/**
 * The identity library over its own schema: e-mail and password, sessions of seven days in a host-only cookie.
 * `secret` (32 bytes) signs the cookies. `signInsPerHour`: wrong passwords of one network address, null without limit.
 */
export function createIdentity(options: {
  portalUrl: string;
  pool: ReturnType<typeof createIdentityPool>;
  secret: Uint8Array;
  log: Log;
  clock: Clock;
  signInsPerHour: number | null;
}): Identity {
  const isSecure = options.portalUrl.startsWith('https:');
  const { signInsPerHour: perAddress, ...shared } = options;
  const limits = createGuessLimits({ ...shared, perAddress, isSecure });
  const auth = betterAuth({
    baseURL: options.portalUrl,
    basePath: '/auth',
    secret: Buffer.from(options.secret).toString('base64'),
    database: options.pool,
    trustedOrigins: [options.portalUrl],
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: { expiresIn: WEEK_SECONDS },
    advanced: {
      cookiePrefix: 'highwater',
      useSecureCookies: isSecure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    // Tries are counted by our own limit, per proven address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // The library's messages may quote addresses of people: only that it complained is kept.
    logger: { level: 'error', log: (level) => options.log.warn(`identity ${level === 'error' ? 'error' : 'notice'}`) },
    onAPIError: { throw: false },
  });

  return {
    async answer(request, address) {
      const headers = new Headers(request.headers);
      headers.delete(ADDRESS_HEADER);
      if (address !== null) headers.set(ADDRESS_HEADER, address);
      const { pathname } = new URL(request.url);
      if (pathname === '/auth/sign-in/email') {
        const signIn = await readSignIn(request, headers);
        const from = { email: signIn.email, cookie: headers.get('cookie'), address };
        return limits.signIn(from, () => auth.handler(signIn.request));
      }
      const answer = () => auth.handler(new Request(request, { headers }));
      if (pathname === '/auth/sign-up/email') return limits.signUp(answer);
      return answer();
    },
    async findUser(headers) {
      if (!headers.has('cookie')) return null;
      const found = await auth.api.getSession({ headers, query: { disableRefresh: true } }).catch((cause: unknown) => {
        throw new FaultError('database.unavailable', { cause });
      });
      if (found === null) return null;
      const { id, email, name } = found.user;
      return { userId: id as UserId, email, name };
    },
  };
}
