import { z } from '@hono/zod-openapi';
import { time } from './values.ts';

const id = z.string().min(1).max(64);
export const sessionId = id;
export const passkeyId = id;
/** A password, a code of an authenticator app, or a recovery code. */
export const proof = z.string().min(1).max(128);
export const newPassword = z.string().max(200);
export const appCode = z.string().trim().min(6).max(10);
export const passkeyName = z.string().trim().min(1).max(60);

export const sessionView = z
  .object({
    sessionId,
    /** The one that asks. */
    isThis: z.boolean(),
    /** Names as their makers write them; null where the browser did not say. */
    browser: z.string().nullable(),
    system: z.string().nullable(),
    address: z.string().nullable(),
    /** Which second factor opened it. */
    factor: z.enum(['totp', 'recovery', 'passkey', 'single_sign_on']).nullable(),
    createdAt: time,
    /** To five minutes. */
    lastUsedAt: time,
  })
  .openapi('Session');

export const sessionList = z.object({ items: z.array(sessionView).readonly() });

export const securityView = z
  .object({
    /** False for a person who comes by single sign-on only. */
    hasPassword: z.boolean(),
    /** Since when an authenticator app counts. */
    totpSince: time.nullable(),
    recoveryCodesLeft: z.int(),
    passkeys: z
      .array(z.object({ passkeyId, name: z.string().nullable(), createdAt: time.nullable(), isSynced: z.boolean() }))
      .readonly(),
    /** Until when the account can be changed without showing password or factor again; null when not now. */
    provenUntil: time.nullable(),
  })
  .openapi('AccountSecurity');

/** For an authenticator app. */
export const totpOffer = z.object({ uri: z.string(), secret: z.string() }).openapi('TotpOffer');
/** Shown this once; empty where the person has some already. */
export const recoveryCodes = z.object({ codes: z.array(z.string()).readonly() }).openapi('RecoveryCodes');

export const factorRule = z.object({ required: z.boolean(), mayChange: z.boolean() }).openapi('FactorRule');
