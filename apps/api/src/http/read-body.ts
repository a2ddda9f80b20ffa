import { FaultError } from '@highwater/domain';

/**
 * The JSON body, undefined when there is none. Throws `request.malformed` for other types and damaged JSON, and
 * `request.too_large` for more than `largest` bytes.
 */
export async function readBody(request: Request, largest: number): Promise<unknown> {
  const text = await request.text();
  if (Buffer.byteLength(text) > largest) throw new FaultError('request.too_large');
  if (text === '') return undefined;
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new FaultError('request.malformed', { detail: { issue: 'content_type' } });
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new FaultError('request.malformed', { detail: { issue: 'json' }, cause });
  }
}
