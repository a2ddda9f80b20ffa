import { inTenant, listIncomplete as queryIncomplete, listScope as queryScope } from '@highwater/db';
import { FaultError, type ConnectionId, type PersonKey } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { viewPeopleOfRoom, type PersonView } from '../rooms/view-people-of-room.ts';
import { coveredKind, coverageState, scopeGroup } from '../schemas/coverage.ts';
import { fault } from '../schemas/problem.ts';
import { DEFAULT_LIMIT, pageQuery } from '../schemas/query-values.ts';
import { connectionId, personKey } from '../schemas/values.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { decodeCursor, pageOf } from '../verbs/cursor.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const listIncompleteInput = {
  params: z.strictObject({ kind: coveredKind }),
  query: pageQuery.extend({
    connectionId: connectionId.optional(),
    state: coverageState.optional(),
    fault: fault.optional(),
  }),
};
export const listScopeInput = { query: pageQuery.extend({ connectionId, group: scopeGroup }) };

const place = z.strictObject({ key: z.string().max(128), connectionId });
const scopePlace = z.strictObject({ personKey });

/** Whether somebody may have people and rooms one by one: who does not see the whole archive learns how many they are. */
export const seesNames = ({ rights }: Pick<AuthorisedMember, 'rights'>): boolean =>
  rights.access('view').kind === 'all';

function requireNames(member: AuthorisedMember): AuthorisedMember {
  if (!seesNames(member)) throw new FaultError('permission.missing', { detail: { action: 'view' } });
  return member;
}

/** People or rooms that are not complete, by key, with the cause and when they are looked at next. */
export async function listIncomplete(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = requireNames(authorise(ctx, 'see_completeness'));
  const { params, query } = parseInput(listIncompleteInput, raw);
  const { limit = DEFAULT_LIMIT } = query;
  const after = decodeCursor(place, query.cursor);
  const filter = {
    kind: params.kind,
    connectionId: query.connectionId ?? null,
    state: query.state ?? null,
    fault: query.fault ?? null,
  };
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const rows = await queryIncomplete(tx, filter, { after, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => ({ key: row.key, connectionId: row.connectionId }));
    const people = new Map<ConnectionId, (key: PersonKey) => PersonView>();
    if (params.kind !== 'room') {
      for (const [id, own] of Map.groupBy(page.items, (row) => row.connectionId)) {
        const keys = own.map(({ key }) => ({ personKey: key as PersonKey, strangerName: null }));
        people.set(id, (await viewPeopleOfRoom(tx, id, keys, ctx.language)).personOf);
      }
    }
    const items = page.items.map((row) => ({
      ...row,
      person: people.get(row.connectionId)?.(row.key as PersonKey) ?? null,
    }));
    return { ...page, items };
  });
}

/** Employees by how they stand to the archive's scope. */
export async function listScope(ctx: VerbContext, raw: RawInput) {
  const { tenantId } = requireNames(authorise(ctx, 'see_completeness'));
  const { cursor, limit = DEFAULT_LIMIT, ...filter } = parseInput(listScopeInput, raw).query;
  const after = decodeCursor(scopePlace, cursor)?.personKey ?? null;
  return inTenant(ctx.deps.database, tenantId, async (tx) => {
    const rows = await queryScope(tx, filter, { after, limit: limit + 1 });
    const page = pageOf(rows, limit, (row) => ({ personKey: row.personKey }));
    const named = page.items.map((row) => ({ personKey: row.personKey, strangerName: null }));
    const { personOf } = await viewPeopleOfRoom(tx, filter.connectionId, named, ctx.language);
    return { ...page, items: page.items.map((row) => ({ ...row, person: personOf(row.personKey) })) };
  });
}
