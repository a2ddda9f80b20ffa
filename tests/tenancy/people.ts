import type { MadeUp } from './made-up.ts';
import { DOMAIN_OF_B } from './come-by-b.ts';
import type { Person } from './session.ts';

/** Everybody with an account or an invitation. */
export const PEOPLE = [
  'ownerA',
  'ownerB',
  'stranger',
  'removed',
  'viewer',
  'bare',
  'demoted',
  'lapsed',
  'looker',
  'billing',
  'admin',
  'auditor',
  'mechanic',
  'keeper',
  'narrowed',
  'leaving',
  'signedOn',
  'both',
  'operator',
  'colleague',
  'helper',
  'open',
  'spare',
  'revoked',
  'expired',
] as const;

export type PersonName = (typeof PEOPLE)[number];
export type People = Readonly<Record<PersonName, Person>>;

/** Who comes by company B's identity provider has an address at its domain. */
const AT_B: readonly PersonName[] = ['signedOn', 'both'];

export function makePeople(madeUp: MadeUp): People {
  const made = PEOPLE.map((name): [PersonName, Person] => [
    name,
    {
      name: madeUp.word(`${name}-`),
      email:
        `${madeUp.word(`${name}-`)}@${AT_B.includes(name) ? DOMAIN_OF_B : 'tenancy.highwater.example'}`.toLowerCase(),
      password: madeUp.word('a long enough password '),
    },
  ]);
  return Object.fromEntries(made) as People;
}
