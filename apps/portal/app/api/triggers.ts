import type { CallbackSecretsView, RepullView } from '@highwater/api-client';
import { answerOf, repeatable, type VisitorApi } from './visitor-api.ts';

const at = (connectionId: string) => ({ params: { path: { connectionId } } });

export async function pullConnection({ client }: VisitorApi, connectionId: string): Promise<void> {
  await client.POST('/v1/connections/{connectionId}/pull', at(connectionId));
}

export async function changePulling(
  { client }: VisitorApi,
  connectionId: string,
  pulling: { mode: 'continuous' | 'daily'; timeOfDay?: string },
): Promise<void> {
  await client.PATCH('/v1/connections/{connectionId}/pulling', { ...at(connectionId), body: pulling });
}

/** Made anew and shown once. */
export function makeCallback({ client }: VisitorApi, connectionId: string): Promise<CallbackSecretsView> {
  return answerOf(client.POST('/v1/connections/{connectionId}/callback', at(connectionId)));
}

export async function replaceSecret(
  { client }: VisitorApi,
  connectionId: string,
  archiveSecret: string,
): Promise<void> {
  await client.PUT('/v1/connections/{connectionId}/secret', { ...at(connectionId), body: { archiveSecret } });
}

export async function listRepulls({ client }: VisitorApi, connectionId: string): Promise<readonly RepullView[]> {
  const answer = await answerOf<{ items: readonly RepullView[] }>(
    client.GET('/v1/connections/{connectionId}/repulls', at(connectionId)),
  );
  return answer.items;
}

export async function requestRepull(
  { client }: VisitorApi,
  connectionId: string,
  range: { fromSeq: string; toSeq: string },
  key: string,
): Promise<void> {
  const params = { path: { connectionId }, header: repeatable(key) };
  await client.POST('/v1/connections/{connectionId}/repulls', { params, body: range });
}
