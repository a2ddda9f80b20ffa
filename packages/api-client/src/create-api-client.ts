import createClient, { type Client } from 'openapi-fetch';
import { ApiProblem, readProblem } from './api-problem.ts';
import type { paths } from './schema.generated.ts';

export type ApiClient = Client<paths>;

export interface ApiClientOptions {
  /** Origin of the API, without /v1. */
  readonly baseUrl: string;
  /** Cookie, language, company: sent with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * The API by its paths: `client.GET('/v1/members', { params })` resolves to `{ data }`. Any answer that is not 2xx throws
 * an ApiProblem. Sends the header that what changes something needs.
 */
export function createApiClient({ baseUrl, headers, fetch }: ApiClientOptions): ApiClient {
  const client = createClient<paths>({
    baseUrl,
    headers: { 'highwater-csrf': '1', ...headers },
    ...(fetch === undefined ? {} : { fetch }),
  });
  client.use({
    async onResponse({ response }) {
      if (response.ok) return;
      throw new ApiProblem(readProblem(response.status, await response.json().catch(() => null)));
    },
  });
  return client;
}
