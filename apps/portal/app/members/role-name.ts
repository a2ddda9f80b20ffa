import type { MemberRole } from '@highwater/domain';
import type { Words } from '../words/words-context.tsx';

/** What a role is called: a built-in one by its word, one of the company's own by its name. */
export function roleName(
  { role, roleName: own }: { readonly role: MemberRole; readonly roleName?: string | null },
  { t }: Pick<Words, 't'>,
): string {
  return own ?? t(`members.called.${role}`);
}

/** A role as a form sends it. */
export function roleKey({ role, roleId }: { readonly role: MemberRole; readonly roleId: string | null }): string {
  return roleId === null ? role : `custom ${roleId}`;
}

/** The role of `roleKey`; the API judges what is none. */
export function roleOfKey(key: string): { readonly role: MemberRole; readonly roleId?: string } {
  const [role = '', roleId] = key.split(' ');
  return { role: role as MemberRole, ...(roleId === undefined ? {} : { roleId }) };
}
