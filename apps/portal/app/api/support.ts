import type { OperatorSupport, SupportRequest } from '@highwater/api-client';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export type { OperatorSupport, SupportRequest };
export type SupportScope = SupportRequest['askedScopes'][number];

export const SUPPORT_SCOPES = ['health', 'connection', 'conversations'] as const satisfies SupportScope[];

export interface SupportChoice {
  readonly scopes: SupportScope[];
  readonly hours: number;
  readonly people: string[];
  readonly rooms: string[];
  readonly sentFrom: number | null;
  readonly sentUntil: number | null;
}

export async function listSupportRequests({ client }: VisitorApi): Promise<readonly SupportRequest[]> {
  const { items } = await answerOf<{ items: readonly SupportRequest[] }>(client.GET('/v1/support-requests'));
  return items;
}

const at = (requestId: string) => ({ params: { path: { requestId } } });

export async function approveSupport({ client }: VisitorApi, requestId: string, body: SupportChoice): Promise<void> {
  await client.POST('/v1/support-requests/{requestId}/approve', { ...at(requestId), body });
}

export async function refuseSupport({ client }: VisitorApi, requestId: string): Promise<void> {
  await client.POST('/v1/support-requests/{requestId}/refuse', at(requestId));
}

export async function endSupport({ client }: VisitorApi, requestId: string): Promise<void> {
  await client.POST('/v1/support-requests/{requestId}/end', at(requestId));
}
