import { hashPassword, verifyPassword } from '@highwater/crypto';
import type { createIdentityPool, SessionFactor } from '@highwater/db';
import type { Clock, Log } from '@highwater/domain';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { cookieSettings } from './cookie-settings.ts';
import { originsOf } from './origins-of.ts';
import { passkeysIn } from './passkey-plugin.ts';
import { sessionOpener } from './session-opener.ts';

const WEEK_SECONDS = 7 * 24 * 3600;
export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 128;
/** Set by us before the library sees a request, so that a visitor cannot say where it comes from. */
export const ADDRESS_HEADER = 'highwater-visitor';

/** Which factor a session was opened with, by the path that opened it. */
const FACTOR_OF_PATH: Readonly<Record<string, SessionFactor>> = {
  '/two-factor/verify-totp': 'totp',
  '/two-factor/verify-backup-code': 'recovery',
  '/passkey/verify-authentication': 'passkey',
};

/**
 * The identity library over its own schema: e-mail and password, second factors, sessions of seven days in a host-only
 * cookie. `secret` (32 bytes) signs the cookies and encrypts the secrets of authenticator apps.
 */
export function createAuth(options: {
  portalUrl: string;
  pool: ReturnType<typeof createIdentityPool>;
  secret: Uint8Array;
  log: Log;
  clock: Clock;
}) {
  const origins = originsOf(options.portalUrl);
  return betterAuth({
    baseURL: options.portalUrl,
    basePath: '/auth',
    secret: Buffer.from(options.secret).toString('base64'),
    database: options.pool,
    trustedOrigins: [...origins],
    emailAndPassword: {
      enabled: true,
      // Accounts are made by whoever reads the mail: see sign-up.ts.
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    session: {
      expiresIn: WEEK_SECONDS,
      disableSessionRefresh: true,
      // What needs a fresh one asks for a proof: see require-proof.ts.
      freshAge: 0,
      additionalFields: {
        factor: { type: 'string', required: false, input: false },
        tenantId: { type: 'string', required: false, input: false },
        provenAt: { type: 'date', required: false, input: false },
        lastUsedAt: { type: 'date', required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, ctx) => {
            const factor = FACTOR_OF_PATH[ctx?.path ?? ''];
            // Our limits of a session, and what it was proven with, go by our clock.
            const createdAt = new Date(options.clock.now());
            return { data: { ...session, createdAt, ...(factor === undefined ? {} : { factor }) } };
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Highwater',
        twoFactorTable: 'second_factor',
        // Tries are counted by our own limits; a lock would let strangers shut the owner out.
        accountLockout: { enabled: false },
        // What is stored are keyed hashes: see recovery-codes.ts.
        backupCodeOptions: { storeBackupCodes: 'plain' },
      }),
      passkeysIn('passkey', {
        rpID: new URL(origins.at(-1) ?? options.portalUrl).hostname,
        rpName: 'Highwater',
        origin: [...origins],
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        // A passkey stands for two factors: the device, and what unlocks it.
        registration: {
          afterVerification: async ({ verification }) => {
            if (verification.registrationInfo?.userVerified !== true) throw new APIError('UNAUTHORIZED');
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
      ...cookieSettings('highwater', options.portalUrl, 'lax'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    // Tries are counted by our own limit, per proven address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // The library's messages may quote addresses of people: only that it complained is kept.
    logger: { level: 'error', log: (level) => options.log.warn(`identity ${level === 'error' ? 'error' : 'notice'}`) },
    onAPIError: { throw: false },
  });
}

export type Auth = ReturnType<typeof createAuth>;
