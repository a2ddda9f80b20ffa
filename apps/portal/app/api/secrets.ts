import type { FurtherPurpose } from '../secrets/secret-words.ts';
import type { VisitorApi } from './visitor-api.ts';

/** Which of a connection's two further secrets. */
export interface SecretPlace {
  readonly connectionId: string;
  readonly purpose: FurtherPurpose;
}

/** The worker proves it with WeCom first. */
export async function setSecret({ client }: VisitorApi, path: SecretPlace, secret: string): Promise<void> {
  await client.PUT('/v1/connections/{connectionId}/secrets/{purpose}', { params: { path }, body: { secret } });
}

export async function checkSecret({ client }: VisitorApi, path: SecretPlace): Promise<void> {
  await client.POST('/v1/connections/{connectionId}/secrets/{purpose}/check', { params: { path } });
}

export async function removeSecret({ client }: VisitorApi, path: SecretPlace): Promise<void> {
  await client.DELETE('/v1/connections/{connectionId}/secrets/{purpose}', { params: { path } });
}
