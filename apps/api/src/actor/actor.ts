import type {
  ApiKeyId,
  Language,
  MemberId,
  MemberRole,
  OperatorId,
  SupportRequestId,
  SupportScope,
  TenantId,
  UnixMs,
  UserId,
} from '@highwater/domain';
import type { CustomRole, GrantRow, MembershipRow, SessionFactor } from '@highwater/db';
import type { Rights } from './rights.ts';

export interface SignedInUser {
  readonly userId: UserId;
  readonly email: string;
  readonly name: string;
  readonly sessionId: string;
  /** The second factor that the session was opened with. */
  readonly factor: SessionFactor | null;
  /** The only company that the session opens, for one of its single sign-on. */
  readonly tenantId: TenantId | null;
  readonly signedInAt: UnixMs;
  /** When password or factor were last shown again. */
  readonly provenAt: UnixMs | null;
}

/** Why a member opens content in this session, where the company asks for it. */
export interface ReasonOfSession {
  readonly sessionId: string;
  /** For how many hours a reason holds; null where none is asked. */
  readonly hours: number | null;
  /** The line of the log that holds the reason in force; null where there is none, or none is asked. */
  readonly auditId: string | null;
  readonly givenAt: UnixMs | null;
  readonly until: UnixMs | null;
}

interface SignedIn {
  readonly user: SignedInUser;
  /** Active memberships, oldest first. */
  readonly memberships: readonly MembershipRow[];
}

/** Somebody signed in who acts for no company: without membership, or asking for one that is not theirs. */
export interface UserActor extends SignedIn {
  readonly kind: 'user';
  /** A company was asked for by the header, and it is not one of the user's. */
  readonly tenantMissing: boolean;
  /** The company that would be acted for, which lets nobody in without a second factor: the session has none. */
  readonly factorMissing: MembershipRow | null;
  /** The company that would be acted for, which its people enter by its own sign-in only. */
  readonly signOnMissing: MembershipRow | null;
  /** The company that would be acted for, which lets nobody in from this address. */
  readonly outside: { readonly company: MembershipRow; readonly address: string } | null;
}

/** From where a request comes, and under which id it stands in logs. */
export interface Origin {
  /** The visitor's, as the portal or the socket says. */
  readonly address: string | null;
  readonly requestId: string;
}

export interface MemberActor extends SignedIn {
  readonly kind: 'member';
  readonly tenantId: TenantId;
  readonly memberId: MemberId;
  readonly role: MemberRole;
  /** Where the role is the company's own. */
  readonly customRole: CustomRole | null;
  readonly language: Language | null;
  /** In force, expired ones included. */
  readonly grants: readonly GrantRow[];
  readonly rights: Rights;
  readonly reason: ReasonOfSession;
}

/** A program with a key. Stands where the key's maker stands, with less than that member may do now; and is none. */
export interface KeyActor extends Omit<MemberActor, 'kind'> {
  readonly kind: 'key';
  readonly key: { readonly keyId: ApiKeyId; readonly name: string };
}

/** One of the operator's people at the console; acts for no company. */
export interface OperatorActor {
  readonly kind: 'operator';
  readonly operatorId: OperatorId;
  readonly name: string;
}

/** The same in a company, reading what its owner approved. Stands where a member stands, and is none. */
export interface SupportActor extends Omit<MemberActor, 'kind'> {
  readonly kind: 'support';
  readonly support: {
    readonly requestId: SupportRequestId;
    readonly number: number;
    readonly operator: OperatorActor;
    readonly scopes: readonly SupportScope[];
    readonly until: UnixMs;
  };
}

/** Who asks. */
export type Actor = { readonly kind: 'nobody' } | UserActor | MemberActor | KeyActor | OperatorActor | SupportActor;
