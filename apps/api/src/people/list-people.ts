import { inTenant, listPeople as queryPeople, listPresentConsents } from '@highwater/db';
import { z } from '@hono/zod-openapi';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { connectionId, personKey } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { sumConsents } from './sum-consents.ts';

export const listPeopleInput = {
  query: pageQuery.extend({
    kind: z.enum(['employee', 'external_contact', 'robot']).optional(),
    q: z.string().max(100).optional(),
  }),
};

const place = z.strictObject({ personKey, connectionId });

/** People of the archive by id; a narrowed reader sees its employees and whom they talked with. */
export async function listPeople(ctx: VerbContext, raw: RawInput) {
  const { tenantId, access } = authorise(ctx, 'view');
  const { cursor, limit = DEFAULT_LIMIT, kind, q } = parseInput(listPeopleInput, raw).query;
  const after = decodeCursor(place, cursor);
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const filter = { kind: kind ?? null, text: q?.trim() || null, after, limit: limit + 1 };
    const page = pageOf(await queryPeople(tx, access, filter), limit, (row) => ({
      personKey: row.personKey,
      connectionId: row.connectionId,
    }));
    const external = page.items.filter((person) => person.kind === 'external_contact');
    const consents = await listPresentConsents(
      tx,
      access,
      external.map((person) => person.personKey),
    );
    const consentOf = Map.groupBy(consents, (consent) => consent.externalPerson);
    const items = page.items.map((person) => ({
      ...person,
      consent: sumConsents(consentOf.get(person.personKey) ?? []),
    }));
    return { ...page, items };
  });
}
