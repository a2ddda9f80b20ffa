import type {
  MemberId,
  OperatorId,
  PersonKey,
  RoomId,
  SupportRequestId,
  SupportScope,
  SupportState,
  UnixMs,
} from '@highwater/domain';

/** A request of the operator to look into a company, and what became of it. */
export interface SupportRequestRow {
  readonly requestId: SupportRequestId;
  /** Counts the company's requests. */
  readonly number: number;
  readonly operatorId: OperatorId;
  readonly operatorName: string;
  readonly reason: string;
  readonly askedScopes: readonly SupportScope[];
  readonly askedHours: number;
  readonly askedAt: UnixMs;
  /** From here on nobody can approve it. */
  readonly answerUntil: UnixMs;
  readonly state: SupportState;
  readonly decidedAt: UnixMs | null;
  readonly decidedBy: MemberId | null;
  readonly decidedByName: string | null;
  /** What was approved; empty before. */
  readonly scopes: readonly SupportScope[];
  readonly hours: number | null;
  /** Whose conversations and of which rooms, of the scope `conversations`. */
  readonly people: readonly PersonKey[];
  readonly rooms: readonly RoomId[];
  readonly sentFrom: UnixMs | null;
  readonly sentUntil: UnixMs | null;
  readonly untilAt: UnixMs | null;
  readonly endedAt: UnixMs | null;
  readonly endedBy: 'owner' | 'operator' | 'time' | null;
}

/** Columns of `hw.support_requests r` as a row; `m` is the member who decided. */
export const SUPPORT_REQUEST_COLUMNS = `r.request_id AS "requestId", r.number, r.operator_id AS "operatorId",
  r.operator_name AS "operatorName", r.reason, r.asked_scopes AS "askedScopes", r.asked_hours AS "askedHours",
  r.asked_at AS "askedAt", r.answer_until AS "answerUntil", r.state, r.decided_at AS "decidedAt",
  r.decided_by AS "decidedBy", r.scopes, r.hours, r.people, r.rooms, r.sent_from AS "sentFrom",
  r.sent_until AS "sentUntil", r.until_at AS "untilAt", r.ended_at AS "endedAt", r.ended_by AS "endedBy"`;
