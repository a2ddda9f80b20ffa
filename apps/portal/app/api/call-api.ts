import { FAULTS, type Fault } from '@highwater/domain';
import { ApiProblem, readProblem } from './problem.ts';

/** Where the API is and in whose name it is called. */
export interface ApiCaller {
  readonly apiUrl: string;
  /** Cookie, language, tenant and signed address of the visitor. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly query?: URLSearchParams;
  readonly body?: object;
  /** The same key makes a repeated create answer the first result. */
  readonly idempotencyKey?: string;
}

const isFault = (text: string): text is Fault => Object.hasOwn(FAULTS, text);

/** Longest time an answer may take; the check of a connection waits up to 20 s for the worker. */
const CALL_MS = 30_000;

/** One request to the API. Throws `ApiProblem` for every answer that is not 2xx, and when there is none. */
export async function callApi<Answer>(caller: ApiCaller, path: string, call: ApiCall = {}): Promise<Answer> {
  const response = await sendToApi(caller, path, call);
  const body: Answer = response.status === 204 ? undefined : await response.json().catch(() => null);
  return body;
}

export async function sendToApi(caller: ApiCaller, path: string, call: ApiCall): Promise<Response> {
  const headers = new Headers(caller.headers);
  headers.set('accept', 'application/json');
  headers.set('highwater-csrf', '1');
  if (call.body !== undefined) headers.set('content-type', 'application/json');
  if (call.idempotencyKey !== undefined) headers.set('idempotency-key', call.idempotencyKey);
  const search = call.query !== undefined && call.query.size > 0 ? `?${call.query}` : '';
  const response = await fetch(`${caller.apiUrl}${path}${search}`, {
    method: call.method ?? 'GET',
    headers,
    body: call.body === undefined ? null : JSON.stringify(call.body),
    redirect: 'manual',
    signal: AbortSignal.timeout(CALL_MS),
  }).catch(() => null);
  if (response === null) throw new ApiProblem(readProblem(503, null, isFault));
  if (!response.ok) {
    const body: unknown = await response.json().catch(() => null);
    throw new ApiProblem(readProblem(response.status, body, isFault));
  }
  return response;
}
