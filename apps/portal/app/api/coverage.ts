import type {
  CoverageState,
  CoverageView,
  CoveredKind,
  EnrichmentView,
  IncompleteView,
  RoomMemberView,
  RoomRecordView,
  ScopedPersonView,
  ScopeGroup,
} from '@highwater/api-client';
import type { Page } from './types.ts';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export type {
  CoverageState,
  CoverageView,
  CoveredKind,
  EnrichmentView,
  IncompleteView,
  RoomMemberView,
  RoomRecordView,
  ScopedPersonView,
  ScopeGroup,
} from '@highwater/api-client';

export interface RoomPlace {
  readonly connectionId: string;
  readonly roomId: string;
}

export function getRoom({ client }: VisitorApi, path: RoomPlace): Promise<RoomRecordView> {
  return answerOf(client.GET('/v1/connections/{connectionId}/rooms/{roomId}', { params: { path } }));
}

/** Who is in a room, or who left it. */
export function listMembersOfRoom(
  { client }: VisitorApi,
  path: RoomPlace,
  query: { readonly state: 'present' | 'left'; readonly cursor?: string },
): Promise<Page<RoomMemberView>> {
  return answerOf(client.GET('/v1/connections/{connectionId}/rooms/{roomId}/members', { params: { path, query } }));
}

export function getCoverage({ client }: VisitorApi): Promise<CoverageView> {
  return answerOf(client.GET('/v1/coverage'));
}

/** Part of what is not complete. */
export interface GapFilter {
  readonly connectionId: string;
  readonly kind: CoveredKind;
  readonly state?: CoverageState;
  readonly fault?: NonNullable<IncompleteView['fault']>;
}

export function listIncomplete(
  { client }: VisitorApi,
  { kind, ...filter }: GapFilter,
  cursor: string | undefined,
): Promise<Page<IncompleteView>> {
  const query = { ...filter, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/coverage/{kind}', { params: { path: { kind }, query } }));
}

export function listScope(
  { client }: VisitorApi,
  filter: { readonly connectionId: string; readonly group: ScopeGroup },
  cursor: string | undefined,
): Promise<Page<ScopedPersonView>> {
  const query = { ...filter, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/scope', { params: { query } }));
}

/** Looks again at one person or room, at all of a state and cause, or at all of a kind. */
export async function retryCoverage(
  { client }: VisitorApi,
  body: {
    readonly connectionId: string;
    readonly enrichment: EnrichmentView['kind'];
    readonly key?: string;
    readonly state?: CoverageState;
    readonly fault?: NonNullable<IncompleteView['fault']>;
  },
): Promise<void> {
  await client.POST('/v1/coverage/retry', { body });
}
