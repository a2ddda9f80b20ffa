import { z } from 'zod';
import { ScimError } from './scim-error.ts';
import { flag, type ScimPerson } from './scim-user.ts';

const patch = z.looseObject({
  Operations: z
    .array(z.looseObject({ op: z.string(), path: z.string().optional(), value: z.unknown().optional() }))
    .min(1)
    .max(20),
});

/** What of a person a PATCH may change: `active`, and the names that the provider keeps itself. */
export type PersonChange = Partial<Pick<ScimPerson, 'isActive' | 'email' | 'name'>>;

/** Reads `replace` (and `add`) with a path or with an object of attributes. Throws a ScimError. */
export function readPatch(body: unknown): PersonChange {
  const read = patch.safeParse(body);
  if (!read.success) throw new ScimError(400, 'This is not a PatchOp.', 'invalidSyntax');
  let change: PersonChange = {};
  for (const { op, path, value } of read.data.Operations) {
    if (!['replace', 'add'].includes(op.toLowerCase())) {
      throw new ScimError(400, 'Only replace and add are known here.', 'mutability');
    }
    const attributes = path === undefined ? Object.entries(asObject(value)) : [[path, value] as const];
    for (const [name, one] of attributes) change = { ...change, ...readAttribute(name, one) };
  }
  return change;
}

function readAttribute(name: string, value: unknown): PersonChange {
  switch (name.toLowerCase()) {
    case 'active':
      return { isActive: parse(flag, value, name) };
    case 'username':
      return { email: parse(z.email().max(254), value, name) };
    case 'displayname':
    case 'name.formatted':
      return { name: parse(z.string().trim().min(1).max(200), value, name) };
    case 'externalid':
    case 'roles':
    case 'groups':
      throw new ScimError(400, `${name} does not change this way.`, 'mutability');
    default:
      // Attributes that we do not keep.
      return {};
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown, name: string): z.output<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw new ScimError(400, `The attribute ${name} is not what it has to be.`, 'invalidValue');
  return read.data;
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null)
    throw new ScimError(400, 'An operation without path or value.', 'noTarget');
  return value;
}
