import { FAULTS } from '@highwater/domain';
import type { VisitorApi } from './visitor-api.ts';

/** What the identity library answers to a wrong form, by its own code. */
export type IdentityError =
  | 'credentials'
  | 'email_taken'
  | 'email_malformed'
  | 'name_missing'
  | 'password_short'
  | 'password_long'
  | 'too_many'
  | 'other';

export type IdentityAnswer = { readonly cookies: readonly string[] } | { readonly error: IdentityError };

const ERRORS: Readonly<Record<string, IdentityError>> = {
  INVALID_EMAIL_OR_PASSWORD: 'credentials',
  USER_ALREADY_EXISTS: 'email_taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email_taken',
  INVALID_EMAIL: 'email_malformed',
  PASSWORD_TOO_SHORT: 'password_short',
  PASSWORD_TOO_LONG: 'password_long',
  // The library's own check of the form; the portal requires the other fields, so it is the address.
  VALIDATION_ERROR: 'email_malformed',
};

async function errorOf(response: Response): Promise<IdentityError> {
  if (response.status === FAULTS['request.too_many'].status) return 'too_many';
  const body: { code?: string } | null = await response.json().catch(() => null);
  return ERRORS[body?.code ?? ''] ?? 'other';
}

/** Posts to one of the identity paths; the cookies of its answer belong to the visitor. */
export async function callIdentity(
  api: VisitorApi,
  path: '/auth/sign-in/email' | '/auth/sign-up/email' | '/auth/sign-out',
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
  return { cookies: response.headers.getSetCookie() };
}
