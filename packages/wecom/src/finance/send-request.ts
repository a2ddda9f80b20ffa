import { request } from 'node:http';
import { FaultError } from '@highwater/domain';

export interface FinanceRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For the whole exchange. */
  readonly timeoutMs: number;
}

export interface FinanceAnswer {
  /** Names and values in turn, letter case as sent: the vendor's library tells CONTENT-RANGE from Content-Range. */
  readonly rawHeaders: readonly string[];
  readonly bytes: Uint8Array;
}

/** A full page of 1,000 texts is about 1 MB; this only keeps a runaway answer from filling the memory. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * One request on a connection of its own; the status is not looked at and no redirect is followed, as the vendor's
 * library does it. Throws `wecom.unreachable` with nothing but the system's error code as cause: addresses carry
 * secrets and tokens.
 */
export async function sendRequest({ method, url, headers, body, timeoutMs }: FinanceRequest): Promise<FinanceAnswer> {
  try {
    return await exchange(method, url, headers, body, AbortSignal.timeout(timeoutMs));
  } catch (error) {
    throw new FaultError('wecom.unreachable', { cause: new Error(codeOf(error)) });
  }
}

function exchange(
  method: string,
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  signal: AbortSignal,
): Promise<FinanceAnswer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers, signal, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        size += part.length;
        if (size > MOST_BYTES) answer.destroy(new Error('answer too large'));
      });
      answer.on('error', reject);
      answer.on('end', () => resolve({ rawHeaders: answer.rawHeaders, bytes: Buffer.concat(parts) }));
    });
    call.on('error', reject);
    call.end(body);
  });
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown';
}
