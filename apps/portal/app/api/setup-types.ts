import type { ConnectionView, GrantTagView } from '@highwater/api-client';

export type {
  AuditView,
  CompletenessView,
  ConnectionView,
  DepartmentView,
  FindingView,
  GrantedDepartmentView,
  GrantPreviewView,
  GrantView,
  InvitationOffer,
  InvitationView,
  LedgerDayDetail,
  LedgerDayView,
  MemberView,
  OfferedGrantView,
  ReachNumbersView,
  RoleView,
  ViewAsView,
  OperatorTenantView,
  OverviewView,
} from '@highwater/api-client';

/** A customer tag of the company. */
export type CustomerTagView = GrantTagView;

type CheckedView = ConnectionView['checks'][number];

/** A check; one that was never made has no time. */
export type CheckView = Omit<CheckedView, 'checkedAt'> & { readonly checkedAt: number | null };

/** The order in which the steps of a connection are shown. */
export const CHECK_STEPS = ['credentials', 'address', 'key', 'first_message'] as const satisfies CheckView['step'][];

export interface MailboxEntry {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly at: number;
}

export interface MailboxMail extends MailboxEntry {
  readonly text: string;
}
