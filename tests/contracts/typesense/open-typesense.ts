import { systemClock } from '@highwater/config';
import type { TenantId } from '@highwater/domain';
import { createTypesenseIndex, type TypesenseIndex, type TypesenseSettings } from '@highwater/search/typesense';
import { startTypesense, type TypesenseStandIn } from '@highwater/testkit';
import { randomBytes, randomUUID } from 'node:crypto';
import type { SearchWorld } from '../search/describe-search-index.ts';

/** A server to test against: the stand-in, or a real one where TYPESENSE_URL and TYPESENSE_API_KEY name one. */
export interface TypesenseServer {
  readonly url: string;
  readonly adminKey: string;
  /** Undefined at a real server. */
  readonly standIn: TypesenseStandIn | undefined;
  close(): Promise<void>;
}

/** In the titles of tests, so that a result says what it is a result of. */
export const ENGINE = process.env['TYPESENSE_URL'] === undefined ? 'Typesense (stand-in)' : 'Typesense (real server)';

export async function openServer(): Promise<TypesenseServer> {
  const url = process.env['TYPESENSE_URL'];
  if (url !== undefined) {
    return {
      url,
      adminKey: process.env['TYPESENSE_API_KEY'] ?? '',
      standIn: undefined,
      close: () => Promise.resolve(),
    };
  }
  const standIn = await startTypesense();
  return { url: standIn.url, adminKey: standIn.adminKey, standIn, close: () => standIn.close() };
}

/** An index of its own at the server. */
export async function openIndex(
  server: TypesenseServer,
  settings: Partial<TypesenseSettings> = {},
): Promise<{ readonly index: TypesenseIndex; readonly alias: string; readonly close: () => Promise<void> }> {
  const alias = `hw_test_${randomBytes(6).toString('hex')}`;
  const response = await fetch(`${server.url}/keys`, {
    method: 'POST',
    headers: { 'x-typesense-api-key': server.adminKey },
    body: JSON.stringify({ description: alias, actions: ['documents:search'], collections: [`${alias}.*`] }),
  });
  const { value: searchKey, id } = (await response.json()) as { value: string; id: number };
  const index = createTypesenseIndex({
    url: server.url,
    searchKey,
    adminKey: server.adminKey,
    alias,
    clock: systemClock(),
    patienceMs: 5_000,
    ...settings,
  });
  const close = async (): Promise<void> => {
    const headers = { 'x-typesense-api-key': server.adminKey };
    for (const generation of await index.listGenerations().catch(() => [])) {
      await fetch(`${server.url}/collections/${generation}`, { method: 'DELETE', headers });
    }
    await fetch(`${server.url}/aliases/${alias}`, { method: 'DELETE', headers });
    await fetch(`${server.url}/keys/${id}`, { method: 'DELETE', headers });
    index.close();
  };
  return { index, alias, close };
}

export async function openTypesenseWorld(): Promise<SearchWorld> {
  const server = await openServer();
  const { index, close } = await openIndex(server);
  const generation = await index.createGeneration();
  await index.publishGeneration(generation);
  return {
    index,
    isExact: true,
    tenantId: randomUUID() as TenantId,
    strangerId: randomUUID() as TenantId,
    async add(documents) {
      const failed = await index.put(generation, documents);
      if (failed.length > 0) throw new Error(`${failed.length} documents were not taken`);
    },
    async close() {
      await close();
      await server.close();
    },
  };
}
