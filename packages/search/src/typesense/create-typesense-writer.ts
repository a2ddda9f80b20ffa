import { FaultError, faultOf, type SearchIndexWriter, type TenantId } from '@highwater/domain';
import type { Client } from 'typesense';
import { isAmong, newerThan, tenantFilter, withinTimes } from './compile-filter.ts';
import { createClient, type Connections } from './create-client.ts';
import { importDocuments } from './import-documents.ts';
import { queryOf } from './plan-words.ts';
import { runSearches } from './run-searches.ts';
import { DEFAULT_SORTING_FIELD, FIELDS, LARGEST_PAGE, OLDEST_FIRST } from './schema.ts';
import { translateError } from './translate-error.ts';
import { ALIAS, type TypesenseSettings } from './typesense-settings.ts';

const TIMEOUT_MS = 30_000;
/** Deleting by filter is slow: seconds for ten thousands. */
const DELETE_TIMEOUT_MS = 10 * 60_000;
/** Ids of one delete: they stand in the address, which has room for 4,000 characters. */
const IDS_PER_DELETE = 80;
const DELETE_BATCH = 1_000;

/** Keeping an index at the server. Generations are `alias_000001` and so on; the alias names the published one. */
export function createTypesenseWriter(settings: TypesenseSettings, connections: Connections): SearchIndexWriter {
  const alias = settings.alias ?? ALIAS;
  let admin: Client | undefined;
  let patient: Client | undefined;

  return {
    engine: 'typesense',

    /** /health says yes before the data are back; what is still to be read waits in the batches of writes. */
    async isReady() {
      try {
        const { ok } = await client().health.retrieve();
        if (!ok) return false;
        const { pending_write_batches: pending } = await client().stats.retrieve();
        return pending === 0;
      } catch (error) {
        if (faultOf(translateError(error)) === 'search.unavailable') return false;
        throw translateError(error);
      }
    },

    currentGeneration,
    listGenerations,

    async createGeneration() {
      const newest = (await listGenerations()).at(-1);
      let number = newest === undefined ? 0 : Number(newest.slice(-6));
      for (;;) {
        number += 1;
        const name = `${alias}_${String(number).padStart(6, '0')}`;
        const fields = FIELDS.map((field) => ({ ...field }));
        try {
          await client().collections().create({ name, fields, default_sorting_field: DEFAULT_SORTING_FIELD });
          return name;
        } catch (error) {
          // Somebody made it at the same moment.
          if (!isTaken(error)) throw translateError(error);
        }
      }
    },

    async publishGeneration(generation) {
      // An alias may lead nowhere: the server does not look.
      await ask((server) => server.collections(known(generation)).retrieve());
      await ask((server) => server.aliases().upsert(alias, { collection_name: generation }));
    },

    async dropGeneration(generation) {
      if ((await currentGeneration()) === known(generation)) throw new FaultError('request.conflict');
      await ask((server) => server.collections(generation).delete()).catch(ignoreMissing);
    },

    put: async (generation, documents) => importDocuments(client(), known(generation), documents),

    async remove(generation, tenantId, messageIds) {
      patient ??= connect(DELETE_TIMEOUT_MS);
      const documents = patient.collections(known(generation)).documents();
      const ofTenant = tenantFilter(tenantId);
      const filters =
        messageIds === 'all'
          ? [ofTenant]
          : chunk(messageIds, IDS_PER_DELETE).map((ids) => `${ofTenant} && ${isAmong(ids)}`);
      for (const filter_by of filters) {
        await ask(() => documents.delete({ filter_by, batch_size: DELETE_BATCH }));
      }
    },

    async countDocuments(generation, tenantId) {
      const [answer] = await runSearches(client(), known(generation), [everything(tenantId, 0)], null);
      return answer?.found ?? 0;
    },

    async *listDocuments(generation, tenantId, { from, until }) {
      const times = withinTimes(from, until);
      let place = '';
      for (;;) {
        const search = everything(tenantId, LARGEST_PAGE, [...times, ...(place === '' ? [] : [place])]);
        const [answer] = await runSearches(client(), known(generation), [search], null);
        const hits = answer?.hits ?? [];
        for (const { messageId } of hits) yield messageId;
        const last = hits.at(-1);
        if (last === undefined || (answer?.found ?? 0) <= hits.length) return;
        place = newerThan(last);
      }
    },
  };

  function everything(tenantId: TenantId, size: number, further: readonly string[] = []) {
    return {
      q: queryOf(null, []),
      filter: [tenantFilter(tenantId), ...further].join(' && '),
      size,
      sort: OLDEST_FIRST,
    };
  }

  async function currentGeneration(): Promise<string | null> {
    const found = await ask((server) => server.aliases(alias).retrieve()).catch(ignoreMissing);
    return found?.collection_name ?? null;
  }

  async function listGenerations(): Promise<string[]> {
    const collections = await ask((server) => server.collections().retrieve());
    return collections
      .map(({ name }) => name)
      .filter(isGeneration)
      .toSorted();
  }

  function isGeneration(name: string): boolean {
    return name.startsWith(`${alias}_`) && /^\d{6}$/.test(name.slice(alias.length + 1));
  }

  /** Never a collection that is not ours. */
  function known(generation: string): string {
    if (!isGeneration(generation)) throw new FaultError('search.missing');
    return generation;
  }

  async function ask<Result>(request: (server: Client) => Promise<Result>): Promise<Result> {
    try {
      return await request(client());
    } catch (error) {
      throw translateError(error);
    }
  }

  function client(): Client {
    admin ??= connect(TIMEOUT_MS);
    return admin;
  }

  function connect(timeoutMs: number): Client {
    if (settings.adminKey === undefined) throw new FaultError('search.refused');
    return createClient({ url: settings.url, key: settings.adminKey, connections, timeoutMs });
  }
}

function ignoreMissing(error: unknown): undefined {
  if (faultOf(error) === 'search.missing') return undefined;
  throw error;
}

function isTaken(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'httpStatus' in error && error.httpStatus === 409;
}

function chunk<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
