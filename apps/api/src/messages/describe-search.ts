import { createHmac } from 'node:crypto';
import type { TenantId } from '@highwater/domain';
import type { VerbContext } from '../verbs/verb-context.ts';

interface AskedSearch {
  readonly q?: string | undefined;
  readonly person: readonly string[];
  readonly room?: string | undefined;
  readonly conversation?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * A search as the log tells it: whose messages it is limited to, its words to be sealed, and a keyed hash that is the same
 * for pages of one search and says nothing without the company's key.
 */
export async function describeSearch({ deps }: VerbContext, tenantId: TenantId, asked: AskedSearch) {
  const { q, person, room, conversation, cursor: _cursor, limit: _limit, ...rest } = asked;
  const key = await deps.tenantKeys.subkey(tenantId, 'audit');
  const text = JSON.stringify([q, person, room, conversation, Object.entries(rest).toSorted()]);
  const query = createHmac('sha256', key).update('search ').update(text, 'utf8').digest('base64url').slice(0, 16);
  const [only, ...more] = person;
  const subject =
    only !== undefined && more.length === 0
      ? { subject: `person:${only}` }
      : room === undefined
        ? {}
        : { subject: `room:${room}` };
  return {
    ...subject,
    detail: {
      query,
      ...(person.length > 1 ? { persons: [...person] } : {}),
      ...(conversation === undefined ? {} : { conversation }),
    },
    words: q === undefined ? [] : [q],
  };
}
