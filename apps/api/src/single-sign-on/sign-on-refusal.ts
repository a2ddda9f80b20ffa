/** Why an assertion was not accepted. The company's log and its test page say it; the visitor is never told. */
export const SIGN_ON_PROBLEMS = [
  'provider',
  'unreachable',
  'issuer',
  'audience',
  'signature',
  'expired',
  'nonce',
  'response',
  'replayed',
  'browser',
  'subject',
  'email',
  'domain',
  'invitation',
  'not_invited',
  'removed',
  'disabled',
] as const;
export type SignOnProblem = (typeof SIGN_ON_PROBLEMS)[number];

/** Thrown while an assertion is read; everybody outside sees one and the same answer. */
export class SignOnRefusal extends Error {
  override readonly name = 'SignOnRefusal';
  readonly problem: SignOnProblem;

  constructor(problem: SignOnProblem, cause?: unknown) {
    super(problem, cause === undefined ? undefined : { cause });
    this.problem = problem;
  }
}

/** The problem of any error on the way; what has no name of ours is the provider's. */
export function problemOf(error: unknown): SignOnProblem {
  return error instanceof SignOnRefusal ? error.problem : 'provider';
}
