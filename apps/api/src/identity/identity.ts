import type { AuthPaths } from './auth-paths.ts';
import type { AccountDesk } from './account-desk.ts';
import type { SignedInUser } from '../actor/actor.ts';
import type { SessionFactor } from '@highwater/db';
import type { TenantId, UserId } from '@highwater/domain';

/** Who asks one of the identity paths. */
export interface Visitor {
  /** Kept with the session. */
  readonly address: string | null;
  readonly requestId: string;
}

/** The identity library as the API sees it: accounts, sign-in, sessions and second factors. */
export interface Identity {
  /** Answers one of `IDENTITY_PATHS`. */
  answer(request: Request, visitor: Visitor): Promise<Response>;
  /** The user of a valid session cookie. Throws `database.unavailable` when it cannot be known. */
  findUser(headers: Headers): Promise<SignedInUser | null>;
  /**
   * Opens a session without a password: who asks has proven the person otherwise. `fields` are further columns of the
   * session. Returns the Set-Cookie lines of the answer.
   */
  openSession(
    user: { readonly userId: UserId; readonly factor: SessionFactor | null; readonly fields?: SessionFields },
    headers: Headers,
    visitor: Visitor,
  ): Promise<readonly string[]>;
  /** People who come by a company's single sign-on: without password, known to nobody by an address. */
  readonly signOnUsers: {
    add(userId: UserId, name: string): Promise<void>;
    /** Ends the sessions that the company's single sign-on opened; how many. */
    endSessions(tenantId: TenantId): Promise<number>;
  };
  /** What a signed-in person does about their own account. */
  readonly desk: AccountDesk;
}

export type SessionFields = Readonly<Record<string, string | null>>;

/** All that is mounted of the library and beside it; its other paths do not exist here. */
export const IDENTITY_PATHS = [
  { method: 'POST', path: '/auth/sign-up/email' },
  { method: 'POST', path: '/auth/sign-up/complete' },
  { method: 'POST', path: '/auth/sign-up/invited' },
  { method: 'POST', path: '/auth/sign-in/email' },
  { method: 'POST', path: '/auth/sign-out' },
  { method: 'GET', path: '/auth/get-session' },
  { method: 'POST', path: '/auth/two-factor/verify-totp' },
  { method: 'POST', path: '/auth/two-factor/verify-backup-code' },
  { method: 'GET', path: '/auth/passkey/generate-authenticate-options' },
  { method: 'POST', path: '/auth/passkey/verify-authentication' },
  { method: 'GET', path: '/auth/passkey/generate-register-options' },
  { method: 'POST', path: '/auth/passkey/verify-registration' },
  { method: 'POST', path: '/auth/request-password-reset' },
  { method: 'POST', path: '/auth/reset-password' },
] as const satisfies AuthPaths;
