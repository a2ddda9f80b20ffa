import { FAULTS } from '@highwater/domain';
import type { VisitorApi } from './visitor-api.ts';

/** What the identity library answers to a wrong form, by its own code. */
export type IdentityError =
  | 'credentials'
  | 'code'
  | 'link_expired'
  | 'email_malformed'
  | 'name_missing'
  | 'password_short'
  | 'password_long'
  | 'too_many'
  | 'other';

/** A factor that a sign-in may be finished with, besides a recovery code. */
export type SignInMethod = 'totp' | 'passkey';

export type IdentityAnswer =
  | { readonly cookies: readonly string[]; readonly next: readonly SignInMethod[] | null }
  | { readonly error: IdentityError };

const ERRORS: Readonly<Record<string, IdentityError>> = {
  INVALID_EMAIL_OR_PASSWORD: 'credentials',
  INVALID_CODE: 'code',
  INVALID_BACKUP_CODE: 'code',
  INVALID_TWO_FACTOR_COOKIE: 'link_expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'link_expired',
  INVALID_EMAIL: 'email_malformed',
  PASSWORD_TOO_SHORT: 'password_short',
  PASSWORD_TOO_LONG: 'password_long',
  // The library's own check of the form; the portal requires the other fields, so it is the address.
  VALIDATION_ERROR: 'email_malformed',
};

/** What the API itself says of its forms. */
const FAULT_ERRORS: Readonly<Record<string, IdentityError>> = {
  'password.short': 'password_short',
  'mail_link.expired': 'link_expired',
  'invitation.expired': 'link_expired',
  'thing.missing': 'link_expired',
};

function fieldErrorOf(field: string | undefined): IdentityError {
  if (field === 'email') return 'email_malformed';
  if (field === 'name') return 'name_missing';
  if (field === 'code') return 'code';
  return field === 'password' ? 'password_long' : 'other';
}

async function errorOf(response: Response): Promise<IdentityError> {
  if (response.status === FAULTS['request.too_many'].status) return 'too_many';
  const body: { code?: string; fault?: string; field?: string } | null = await response.json().catch(() => null);
  return ERRORS[body?.code ?? ''] ?? FAULT_ERRORS[body?.fault ?? ''] ?? fieldErrorOf(body?.field);
}

export type IdentityPath =
  | '/auth/sign-in/email'
  | '/auth/sign-up/email'
  | '/auth/sign-up/complete'
  | '/auth/sign-up/invited'
  | '/auth/two-factor/verify-totp'
  | '/auth/two-factor/verify-backup-code'
  | '/auth/request-password-reset'
  | '/auth/reset-password'
  | '/auth/sign-out';

/** Posts to one of the identity paths; the cookies of its answer belong to the visitor. */
export async function callIdentity(
  api: VisitorApi,
  path: IdentityPath,
  origin: string,
  body: object,
): Promise<IdentityAnswer> {
  const response = await api
    .send(path, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json', 'highwater-csrf': '1' },
      body: JSON.stringify(body),
    })
    .catch(() => null);
  if (response === null) return { error: 'other' };
  if (!response.ok) return { error: await errorOf(response) };
  const answered: { methods?: readonly SignInMethod[] } | null = await response.json().catch(() => null);
  return { cookies: response.headers.getSetCookie(), next: answered?.methods ?? null };
}
