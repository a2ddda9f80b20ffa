import type { SignOnIdentityRow } from '@highwater/db';
import { z } from 'zod';
import { ScimError } from './scim-error.ts';

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';

/** What a provider says of somebody, of which we keep little. */
export interface ScimPerson {
  /** The subject that the same provider asserts when the person signs in. */
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly isActive: boolean;
}

/** Providers write booleans as words too. */
export const flag = z.union([z.boolean(), z.stringbool({ truthy: ['true', 'True'], falsy: ['false', 'False'] })]);

const nameParts = z.looseObject({
  formatted: z.string().max(200).optional(),
  givenName: z.string().max(100).optional(),
  familyName: z.string().max(100).optional(),
});

const given = z.looseObject({
  userName: z.email().max(254),
  externalId: z.string().min(1).max(500),
  displayName: z.string().max(200).optional(),
  name: nameParts.optional(),
  active: flag.default(true),
  roles: z.array(z.union([z.string(), z.looseObject({ value: z.string() })])).optional(),
});

const JOINING = ['viewer', 'reviewer', 'exporter'] as const;
type JoiningRole = (typeof JOINING)[number];

/** Throws a ScimError that names the attribute at fault. Attributes that we do not keep are passed over. */
export function readPerson(body: unknown): ScimPerson & { readonly role: JoiningRole | undefined } {
  const read = given.safeParse(body);
  if (!read.success) {
    const attribute = read.error.issues[0]?.path[0] ?? 'body';
    throw new ScimError(400, `The attribute ${String(attribute)} is missing or not what it has to be.`, 'invalidValue');
  }
  const { userName, externalId, displayName, name, active, roles } = read.data;
  const parts = [name?.givenName, name?.familyName].filter((part) => part !== undefined && part !== '').join(' ');
  const shown = [displayName, name?.formatted, parts].find((one) => one !== undefined && one.trim() !== '');
  return {
    subject: externalId,
    email: userName,
    name: shown?.trim() ?? userName,
    isActive: active,
    role: roleIn(roles),
  };
}

/** Nothing that sees content by itself, and nothing that manages, comes from a provider. */
function roleIn(roles: z.output<typeof given>['roles']): JoiningRole | undefined {
  if (roles === undefined || roles.length === 0) return undefined;
  const [first] = roles;
  const value = typeof first === 'string' ? first : first?.value;
  const known = JOINING.find((role) => role === value);
  if (known === undefined || roles.length > 1) {
    throw new ScimError(400, `A provider gives one of the roles ${JOINING.join(', ')}.`, 'invalidValue');
  }
  return known;
}

export function viewPerson(row: SignOnIdentityRow, base: string) {
  const { identityId, subject, email, name, isActive, role, madeAt, changedAt } = row;
  return {
    schemas: [USER_SCHEMA],
    id: identityId,
    externalId: subject,
    userName: email,
    displayName: name,
    active: isActive,
    emails: [{ value: email, primary: true }],
    roles: [{ value: role }],
    meta: {
      resourceType: 'User',
      created: new Date(madeAt).toISOString(),
      lastModified: new Date(changedAt).toISOString(),
      location: `${base}/Users/${identityId}`,
    },
  };
}
