import type { KeyView, QuarantineCause, QuarantinedEnvelopeView, QuarantineView } from '@highwater/api-client';
import type { Page } from './types.ts';
import { answerOf, repeatable, type VisitorApi } from './visitor-api.ts';

export type {
  KeyView,
  QuarantineCause,
  QuarantinedEnvelopeView,
  QuarantineView,
  RepairView,
} from '@highwater/api-client';

export interface KeyRing {
  readonly items: readonly KeyView[];
  /** Versions that nothing in the ring opens. */
  readonly waiting: readonly {
    readonly connectionId: string;
    readonly publickeyVer: number;
    readonly count: number;
    readonly firstAt: number;
  }[];
}

export function listKeys({ client }: VisitorApi): Promise<KeyRing> {
  return answerOf(client.GET('/v1/keys'));
}

/** Null when the worker has not made it yet. */
export async function makeKey({ client }: VisitorApi, connectionId: string, key: string): Promise<KeyView | null> {
  const params = { path: { connectionId }, header: repeatable(key) };
  const answer = await answerOf<{ key: KeyView | null }>(
    client.POST('/v1/connections/{connectionId}/keys', { params }),
  );
  return answer.key;
}

export async function importKey(
  { client }: VisitorApi,
  connectionId: string,
  { privateKeyPem, note }: { privateKeyPem: string; note: string },
  key: string,
): Promise<void> {
  const params = { path: { connectionId }, header: repeatable(key) };
  const body = { privateKeyPem, ...(note === '' ? {} : { note }) };
  await client.POST('/v1/connections/{connectionId}/keys/import', { params, body });
}

export async function removeKey({ client }: VisitorApi, connectionId: string, keyId: string): Promise<void> {
  await client.DELETE('/v1/connections/{connectionId}/keys/{keyId}', { params: { path: { connectionId, keyId } } });
}

export function getQuarantine({ client }: VisitorApi): Promise<QuarantineView> {
  return answerOf(client.GET('/v1/quarantine'));
}

/** Part of a connection's quarantine. */
export interface QuarantineFilter {
  readonly connectionId: string;
  readonly cause?: QuarantineCause;
  readonly publickeyVer?: number;
}

export function listQuarantined(
  { client }: VisitorApi,
  filter: QuarantineFilter,
  cursor: string | undefined,
): Promise<Page<QuarantinedEnvelopeView>> {
  const query = { ...filter, ...(cursor === undefined ? {} : { cursor }) };
  return answerOf(client.GET('/v1/quarantine/envelopes', { params: { query } }));
}

export async function reopenQuarantine({ client }: VisitorApi, filter: QuarantineFilter): Promise<void> {
  await client.POST('/v1/quarantine/reopen', { body: filter });
}

export async function reparseMessages(
  { client }: VisitorApi,
  connectionId: string,
  among: 'all' | 'unknown',
): Promise<void> {
  await client.POST('/v1/quarantine/reparse', { body: { connectionId, among } });
}
