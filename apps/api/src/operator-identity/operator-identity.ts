import type { OperatorId } from '@highwater/domain';

export interface SignedInOperator {
  readonly operatorId: OperatorId;
}

/** Sign-in of the operator's people: accounts, sessions, passkeys and a cookie of their own. */
export interface OperatorIdentity {
  /** Origin of the console, without a trailing slash. */
  readonly url: string;
  /** Answers one of `OPERATOR_IDENTITY_PATHS`. `address` is the visitor's, kept with the session. */
  answer(request: Request, address: string | null): Promise<Response>;
  /** The account of a valid session of the console. Throws `database.unavailable` when it cannot be known. */
  findOperator(headers: Headers): Promise<SignedInOperator | null>;
}

/** All that is mounted of the library for operators; its other paths do not exist here. */
export const OPERATOR_IDENTITY_PATHS = [
  { method: 'GET', path: '/operator-auth/passkey/generate-authenticate-options' },
  { method: 'POST', path: '/operator-auth/passkey/verify-authentication' },
  { method: 'GET', path: '/operator-auth/passkey/generate-register-options' },
  { method: 'POST', path: '/operator-auth/passkey/verify-registration' },
  { method: 'POST', path: '/operator-auth/sign-out' },
  { method: 'POST', path: '/operator-auth/development-door' },
] as const;

/** Carries the token of an enrolment link: a header, because addresses are kept by browsers and servers. */
export const ENROLMENT_HEADER = 'highwater-enrolment';
