import { ApiProblem, createApiClient, readProblem, type ApiClient } from '@highwater/api-client';

/** The API in a visitor's name. */
export interface VisitorApi {
  readonly client: ApiClient;
  /** For paths that are not part of the documented API: the identity service's, and /dev. */
  send(path: string, init?: RequestInit): Promise<Response>;
}

/** Longest time an answer may take; the check of a connection waits up to 20 s for the worker. */
const CALL_MS = 30_000;

/** `headers` are read at each call: the language may become known in between. */
export function createVisitorApi(apiUrl: string, headers: Readonly<Record<string, string>>): VisitorApi {
  const sendRequest = async (request: Request): Promise<Response> => {
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
    return fetch(request, { redirect: 'manual', signal: AbortSignal.timeout(CALL_MS) }).catch(() => {
      throw new ApiProblem(readProblem(503, null));
    });
  };
  return {
    client: createApiClient({ baseUrl: apiUrl, fetch: sendRequest }),
    send: (path, init) => sendRequest(new Request(`${apiUrl}${path}`, init)),
  };
}

/**
 * The body of an answer that has one; refusals were thrown before. Its type is named by the caller: openapi-fetch takes
 * the read-only lists of the document apart into their methods.
 */
export async function answerOf<Answer>(call: Promise<{ data?: unknown }>): Promise<Answer> {
  const { data } = await call;
  if (data === undefined) throw new ApiProblem(readProblem(502, null));
  return data as Answer;
}

/** The header that makes a repeated create answer the first result; none without a key. */
export function repeatable(key: string): { 'idempotency-key'?: string } {
  return key === '' ? {} : { 'idempotency-key': key };
}
