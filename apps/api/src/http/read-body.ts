import { FaultError } from '@highwater/domain';

/** The JSON body, undefined when there is none. Throws `request.malformed` for other types and damaged JSON. */
export async function readBody(request: Request): Promise<unknown> {
  const text = await request.text();
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
