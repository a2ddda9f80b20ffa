import type { Language, MemberId, PersonKey, Role, TenantId, UserId } from '@highwater/domain';
import type { GrantedDepartment, MembershipRow } from '@highwater/db';
import type { Rights } from './rights.ts';

export interface SignedInUser {
  readonly userId: UserId;
  readonly email: string;
  readonly name: string;
}

interface SignedIn {
  readonly user: SignedInUser;
  /** Active memberships, oldest first. */
  readonly memberships: readonly MembershipRow[];
  readonly operator: boolean;
}

/** Somebody signed in who acts for no company: without membership, or asking for one that is not theirs. */
export interface UserActor extends SignedIn {
  readonly kind: 'user';
  /** A company was asked for by the header, and it is not one of the user's. */
  readonly tenantMissing: boolean;
}

export interface MemberActor extends SignedIn {
  readonly kind: 'member';
  readonly tenantId: TenantId;
  readonly memberId: MemberId;
  readonly role: Role;
  readonly language: Language | null;
  /** Of the member's grants, sorted. */
  readonly employees: readonly PersonKey[];
  readonly departments: readonly GrantedDepartment[];
  readonly rights: Rights;
}

/** Who asks. */
export type Actor = { readonly kind: 'nobody' } | UserActor | MemberActor;
