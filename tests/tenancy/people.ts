import type { MadeUp } from './made-up.ts';
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
  'operator',
  'colleague',
  'open',
  'spare',
  'revoked',
  'expired',
] as const;

export type PersonName = (typeof PEOPLE)[number];
export type People = Readonly<Record<PersonName, Person>>;

export function makePeople(madeUp: MadeUp): People {
  const made = PEOPLE.map((name): [PersonName, Person] => [
    name,
    {
      name: madeUp.word(`${name}-`),
      email: `${madeUp.word(`${name}-`)}@tenancy.highwater.example`.toLowerCase(),
      password: madeUp.word('a long enough password '),
    },
  ]);
  return Object.fromEntries(made) as People;
}
