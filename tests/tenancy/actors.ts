/** Who asks. `…ForA` is the same person, naming company A in the header `Highwater-Tenant`. */
export const ACTORS = [
  'nobody',
  'stranger',
  'ownerB',
  'ownerBForA',
  'removed',
  'removedForA',
  'viewer',
  'bare',
  'demoted',
  'lapsed',
  'looker',
  'billing',
  'revoked',
  'expired',
  'operator',
  'revokedKey',
  'keyOfB',
  'keyOfBForA',
  'signedOnB',
  'signedOnBForA',
  'bothByB',
  'bothByBForA',
  'supportOfB',
  'supportOfBForA',
] as const;

export type ActorName = (typeof ACTORS)[number];

/** In words, for reports. */
export const ACTOR_WORDS: Readonly<Record<ActorName, string>> = {
  nobody: 'nobody, without a session',
  stranger: 'somebody signed in without a company',
  ownerB: 'the owner of company B',
  ownerBForA: 'the owner of company B, naming company A',
  removed: 'an admin removed from company A whose session lives on',
  removedForA: 'an admin removed from company A, naming company A',
  viewer: 'a viewer of company A limited to one employee',
  bare: 'a viewer of company A whose grant was taken away',
  demoted: 'an admin of company A made a viewer, whose session lives on',
  lapsed: 'a viewer of company A whose grant has run out',
  looker: 'a viewer of company A whose grant lets look, and neither search nor export',
  billing: 'who pays the bills of company A',
  revoked: 'the holder of a revoked invitation to company A',
  expired: 'the holder of an expired invitation to company A',
  operator: 'the operator at the console',
  revokedKey: 'a program with a revoked key of company A',
  keyOfB: 'a program with a key of company B',
  keyOfBForA: 'a program with a key of company B, naming company A',
  signedOnB: 'somebody whom company B’s identity provider asserts',
  signedOnBForA: 'somebody whom company B’s identity provider asserts, naming company A',
  bothByB: 'a member of both companies, come by company B’s identity provider',
  bothByBForA: 'a member of both companies, come by company B’s identity provider, naming company A',
  supportOfB: 'support whom company B’s owner let in',
  supportOfBForA: 'support whom company B’s owner let in, naming company A',
};

/** Who asks rightly. */
export type RightfulName =
  | 'owner'
  | 'viewerOfA'
  | 'invitee'
  | 'leaving'
  | 'operatorRightful'
  | 'admin'
  | 'auditor'
  | 'mechanic'
  | 'keeper'
  | 'narrowed'
  | 'visitor'
  | 'bothInA'
  | 'anybody';
