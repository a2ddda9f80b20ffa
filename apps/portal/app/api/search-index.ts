import type { SearchIndexView } from '@highwater/api-client';
import { answerOf, type VisitorApi } from './visitor-api.ts';

export type { SearchIndexView } from '@highwater/api-client';
export type OutsideIndexView = NonNullable<SearchIndexView['typesense']>;

export function getSearchIndex({ client }: VisitorApi): Promise<SearchIndexView> {
  return answerOf(client.GET('/v1/index'));
}

export async function checkSearchIndex({ client }: VisitorApi): Promise<void> {
  await client.POST('/v1/index/check');
}

export async function rebuildSearchIndex({ client }: VisitorApi): Promise<void> {
  await client.POST('/v1/index/rebuild');
}

export async function switchTypesense({ client }: VisitorApi, on: boolean): Promise<void> {
  await client.PUT('/v1/index/typesense', { body: { on } });
}
