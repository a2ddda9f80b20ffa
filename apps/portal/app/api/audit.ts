import type {
  AuditActorView,
  AuditVerdictView,
  AuditView,
  ChainStateView,
  ComparedCheckpointsView,
  ReasonSettingsView,
  ReasonStateView,
  StatementMonthView,
  StatementView,
} from '@highwater/api-client';
import type { EventGroup } from '@highwater/domain';
import type { Page } from './types.ts';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export type {
  AuditVerdictView,
  AuditView,
  ChainStateView,
  ComparedCheckpointsView,
  StatementView,
} from '@highwater/api-client';

/** What the log is asked for; times in Unix ms. */
export interface AuditQuery {
  readonly member?: string;
  readonly actor?: 'system' | 'operator';
  readonly group?: EventGroup;
  readonly about?: string;
  readonly from?: number;
  readonly until?: number;
  readonly address?: string;
}

export function listAudit(
  { client }: VisitorApi,
  asked: AuditQuery,
  cursor: string | undefined,
): Promise<Page<AuditView>> {
  const query = { ...asked, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/audit', { params: { query } }));
}

export async function listAuditActors({ client }: VisitorApi): Promise<readonly AuditActorView[]> {
  const answer = await answerOf<{ items: readonly AuditActorView[] }>(client.GET('/v1/audit/actors'));
  return answer.items;
}

export function getChainState({ client }: VisitorApi): Promise<ChainStateView> {
  return answerOf(client.GET('/v1/audit/state'));
}

/** One part of a verification; the answer says where the next one goes on. */
export function verifyAudit(
  { client }: VisitorApi,
  place: { readonly after?: number; readonly afterRow?: string },
): Promise<AuditVerdictView> {
  return answerOf(client.GET('/v1/audit/verify', { params: { query: place } }));
}

export function compareCheckpoints({ client }: VisitorApi, text: string): Promise<ComparedCheckpointsView> {
  return answerOf(client.POST('/v1/audit/compare', { body: { text } }));
}

export async function openSearchWords({ client }: VisitorApi, auditId: string): Promise<readonly string[]> {
  const answer = await answerOf<{ words: readonly string[] }>(
    client.POST('/v1/audit/{auditId}/words', { params: { path: { auditId } } }),
  );
  return answer.words;
}

export function listStatements({ client }: VisitorApi, cursor: string | undefined): Promise<Page<StatementMonthView>> {
  const query = cursor === undefined ? {} : { cursor };
  return answerOf(client.GET('/v1/audit/statements', { params: { query } }));
}

export function getStatement({ client }: VisitorApi, month: string): Promise<StatementView> {
  return answerOf(client.GET('/v1/audit/statements/{month}', { params: { path: { month } } }));
}

export function getReason({ client }: VisitorApi): Promise<ReasonStateView> {
  return answerOf(client.GET('/v1/reason'));
}

export function giveReason({ client }: VisitorApi, reason: string): Promise<ReasonStateView> {
  return answerOf(client.POST('/v1/reason', { body: { reason } }));
}

export function getReasonSettings({ client }: VisitorApi): Promise<ReasonSettingsView> {
  return answerOf(client.GET('/v1/settings/reason'));
}

export function changeReasonSettings({ client }: VisitorApi, hours: number | null): Promise<ReasonSettingsView> {
  return answerOf(client.PUT('/v1/settings/reason', { body: { hours } }));
}
