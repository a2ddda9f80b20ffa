import type { SignedInUser } from '../actor/actor.ts';

/** The identity library as the API sees it: sign-up, sign-in and sessions. */
export interface Identity {
  /** Answers one of `IDENTITY_PATHS`. `address` is the visitor's, kept with the session. */
  answer(request: Request, address: string | null): Promise<Response>;
  /** The user of a valid session cookie. Throws `database.unavailable` when it cannot be known. */
  findUser(headers: Headers): Promise<SignedInUser | null>;
}

/** All that is mounted of the library; its other paths do not exist here. */
export const IDENTITY_PATHS = [
  { method: 'POST', path: '/auth/sign-up/email' },
  { method: 'POST', path: '/auth/sign-in/email' },
  { method: 'POST', path: '/auth/sign-out' },
  { method: 'GET', path: '/auth/get-session' },
] as const;
