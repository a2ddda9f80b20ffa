import { FaultError, type Fault } from '@highwater/domain';

/**
 * An error of the client or the server as a fault. What the client throws holds the key, the texts sent and the
 * server's sentence, which repeats them: of all that only the status is kept.
 */
export function translateError(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  const status = statusOf(error);
  const said = status === undefined ? 'no answer' : `status ${status}`;
  return new FaultError(faultOfStatus(status), { cause: new Error(`Typesense: ${said}`) });
}

/** Without a status (refused, cut off, too slow) the server is unavailable. */
export function faultOfStatus(status: number | undefined): Fault {
  if (status === undefined || status >= 500 || status === 408 || status === 429) return 'search.unavailable';
  return status === 404 ? 'search.missing' : 'search.refused';
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const status: unknown = 'httpStatus' in error ? error.httpStatus : undefined;
  return typeof status === 'number' ? status : undefined;
}
