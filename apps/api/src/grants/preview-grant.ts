import { findMember, inTenant, listGrantsOf, type OfferedGrant, type TenantTx } from '@highwater/db';
import { FaultError, type UnixMs } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { rightsOf } from '../actor/rights.ts';
import { checkPerson } from '../members/check-person.ts';
import { grantTerms } from '../schemas/grant.ts';
import { memberId, orNull, personKey } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { checkGift, NO_STANDING } from './check-gift.ts';
import { measureReach } from './measure-reach.ts';
import { readTerms } from './read-terms.ts';
import { describeTerms } from './view-terms.ts';

export const previewGrantInput = {
  body: z.strictObject({
    grant: grantTerms,
    /** Whose: decides what `isSelf` means. */
    memberId: orNull(memberId).default(null),
    /** Of somebody who is no member yet: the employee that they will be. */
    personKey: orNull(personKey).default(null),
  }),
};

/**
 * What a grant would open, with its terms as they are shown and whether the asker may give it. Nothing is changed; numbers of
 * what the asker may not give are not told.
 */
export async function previewGrant(ctx: VerbContext, raw: RawInput) {
  const asker = authorise(ctx, 'manage_roles');
  const { grant, memberId: id, personKey: bound } = parseInput(previewGrantInput, raw).body;
  const now = ctx.deps.clock.now();
  const { terms, access, view } = await inTenant(ctx.deps.database, asker.tenantId, async (tx) => {
    const read = await readTerms(tx, grant, now);
    const person = await whoIs(tx, id, bound);
    await checkGift(tx, asker, NO_STANDING, { ...standingOf(read), personKey: person }, now);
    const describe = await describeTerms(tx, [read], { access: asker.rights.access('view'), language: ctx.language });
    return { terms: read, access: await accessOf(tx, read, person, now), view: describe(read) };
  });
  return { grant: view, numbers: await measureReach(ctx.deps, asker.tenantId, terms.actions, access) };
}

/** Somebody whose role has just the actions of the grant. */
function standingOf(terms: OfferedGrant) {
  const { actions } = terms;
  const customRole = { roleId: '', name: '', actions, reach: 'granted' as const };
  return { role: 'custom' as const, customRole, grants: [terms] };
}

async function accessOf(tx: TenantTx, terms: OfferedGrant, person: z.output<typeof personKey> | null, now: UnixMs) {
  const grants = await listGrantsOf(tx, { personKey: person, grants: [terms] });
  const [first] = terms.actions;
  if (first === undefined) throw new FaultError('internal');
  return rightsOf({ actions: terms.actions, reach: 'granted', grants }, now).access(first);
}

async function whoIs(tx: TenantTx, id: z.output<typeof memberId> | null, bound: z.output<typeof personKey> | null) {
  if (id === null) {
    await checkPerson(tx, bound, null);
    return bound;
  }
  const member = await findMember(tx, id);
  if (member === undefined) throw new FaultError('thing.missing');
  return member.personKey;
}
