import type { Fault, FaultDetail, Language, Role } from '@highwater/domain';

export const CHECK_STEPS = ['credentials', 'address', 'key', 'first_message'] as const;

export interface CheckView {
  readonly step: (typeof CHECK_STEPS)[number];
  readonly state: 'passed' | 'failed' | 'waiting';
  readonly fault: Fault | null;
  readonly params: FaultDetail | null;
  readonly checkedAt: number | null;
}

export interface ConnectionView {
  readonly connectionId: string;
  readonly corpId: string;
  readonly name: string;
  readonly createdAt: number;
  readonly cursorSeq: string;
  readonly lastPullAt: number | null;
  readonly lastAnswerAt: number | null;
  readonly secretSetAt: number;
  readonly secretSetBy: string | null;
  readonly trustedIps: readonly string[];
  readonly publicKeyPem: string | null;
  readonly publicKeyVersions: readonly {
    readonly keyId: string;
    readonly publickeyVer: number | null;
    readonly boundAt: number | null;
    readonly createdAt: number;
  }[];
  readonly checks: readonly CheckView[];
}

export interface FindingView {
  readonly findingId: string;
  readonly fault: Fault;
  readonly title: string;
  readonly cure: string;
  readonly subject: string | null;
  readonly params: FaultDetail | null;
  readonly count: number;
  readonly since: number;
  readonly lastAt: number;
  readonly resolvedAt: number | null;
}

export interface OverviewView {
  readonly connection: ConnectionView | null;
  readonly storedMessages: number;
  readonly lastSeq: string;
  readonly lastPullAt: number | null;
  readonly lastAnswerAt: number | null;
  readonly today: number;
  readonly sealed: number;
  readonly unreadable: number;
  readonly unseen: number;
  readonly mediaWanted: number;
  readonly mediaAbsent: number;
  readonly findings: readonly FindingView[];
  readonly firstMessageId: string | null;
}

export interface CompletenessView {
  readonly connections: readonly {
    readonly connectionId: string;
    readonly corpId: string;
    readonly lastSeq: string;
    readonly asOf: number | null;
    readonly stored: number;
    readonly opened: number;
    readonly sealed: number;
    readonly unreadable: number;
    readonly unknown: number;
    readonly unseen: readonly { readonly from: string; readonly to: string }[];
    readonly unseenTotal: string;
    readonly pages: number;
    readonly chainHead: string;
  }[];
}

export interface MemberView {
  readonly memberId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly joinedAt: number;
  /** The grant of a viewer. */
  readonly employees: readonly string[];
}

export interface InvitationView {
  readonly invitationId: string;
  readonly email: string;
  readonly role: Role;
  readonly employees: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly acceptedAt: number | null;
  readonly revokedAt: number | null;
  readonly invitedBy: string;
}

export interface InvitationOffer {
  readonly company: string;
  readonly inviter: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: number;
}

export interface AuditView {
  readonly auditId: string;
  readonly at: number;
  readonly actor: 'member' | 'system' | 'operator';
  readonly memberName: string | null;
  readonly event: string;
  readonly subject: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly address: string | null;
}

export interface OperatorTenantView {
  readonly tenantId: string;
  readonly name: string;
  readonly status: 'active' | 'suspended';
  readonly createdAt: number;
  readonly members: number;
  readonly connections: number;
  readonly messages: number;
  readonly lastPullAt: number | null;
  readonly openFindings: number;
}

export interface MailboxEntry {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly at: number;
}

export interface MailboxMail extends MailboxEntry {
  readonly text: string;
}

export interface NewCompany {
  readonly name: string;
  readonly zone: string;
  readonly language: Language;
}
