import { request, type Agent } from 'node:http';
import { FaultError } from '@highwater/domain';

export interface ContactRequest {
  readonly method: 'GET' | 'POST';
  /** http in any case: a connection that the agent made may be a verified one all the same. */
  readonly origin: URL;
  /** Value of the Host header. */
  readonly host: string;
  /** Path and query. Holds secrets: it is in no error. */
  readonly target: string;
  /** JSON; of POST only. */
  readonly body: string;
  readonly agent: Agent;
  /** For the whole exchange. */
  readonly timeoutMs: number;
}

export interface ContactAnswer {
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** The longest answer, a company's list of ids, is a few megabytes. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * One request and its answer, whatever its status; no redirect is followed. Throws `wecom.unreachable` or
 * `wecom.certificate` with nothing but the system's error code: addresses carry secrets and tokens.
 */
export async function sendContactRequest(asked: ContactRequest): Promise<ContactAnswer> {
  const signal = AbortSignal.timeout(asked.timeoutMs);
  try {
    return await exchange(asked, signal);
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError('wecom.unreachable', { cause: new Error(codeOf(error)) });
  }
}

/** Asked again once when a connection that had been kept turned out to be closed: all of these calls only read. */
async function exchange(asked: ContactRequest, signal: AbortSignal): Promise<ContactAnswer> {
  const first = await exchangeOnce(asked, signal);
  if (first !== 'stale') return first;
  const second = await exchangeOnce(asked, signal);
  if (second === 'stale') throw new Error('closed');
  return second;
}

function exchangeOnce(asked: ContactRequest, signal: AbortSignal): Promise<ContactAnswer | 'stale'> {
  const { method, origin, host, target, body, agent } = asked;
  const bytes = Buffer.from(method === 'POST' ? body : '');
  const headers = {
    host,
    accept: 'application/json',
    ...(method === 'POST' ? { 'content-type': 'application/json', 'content-length': String(bytes.length) } : {}),
  };
  return new Promise((resolve, reject) => {
    const { hostname, port } = origin;
    const call = request({ method, hostname, port, path: target, headers, agent, signal }, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size > MOST_BYTES)
          answer.destroy(new FaultError('wecom.error', { detail: { answerTooLarge: MOST_BYTES } }));
        else parts.push(part);
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes: Buffer.concat(parts) }));
    });
    call.on('error', (error) => {
      if (call.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(codeOf(error))) resolve('stale');
      else reject(error);
    });
    call.end(bytes);
  });
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}
