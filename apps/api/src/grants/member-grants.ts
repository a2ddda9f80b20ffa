import { randomUUID } from 'node:crypto';
import {
  getMember,
  insertGrant,
  inTenant,
  revokeGrant as endGrant,
  updateGrant,
  type GrantRow,
  type MemberRow,
  type OfferedGrant,
  type TenantTx,
} from '@highwater/db';
import { FaultError } from '@highwater/domain';
import { rightsOfMember } from '@highwater/permissions';
import { z } from '@hono/zod-openapi';
import { viewOneMember } from '../members/view-member.ts';
import { grantTerms } from '../schemas/grant.ts';
import { grantId, memberId } from '../schemas/values.ts';
import { authorise, type AuthorisedMember } from '../verbs/authorise.ts';
import { inTenantOnce } from '../verbs/in-tenant-once.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';
import { checkGift } from './check-gift.ts';
import { readTerms, termsText } from './read-terms.ts';

const params = z.strictObject({ memberId });
const oneParams = z.strictObject({ memberId, grantId });

export const listGrantsInput = { params };
export const addGrantInput = { params, body: grantTerms };
export const changeGrantInput = { params: oneParams, body: grantTerms };
export const revokeGrantInput = { params: oneParams };

/** A member's grants in force, expired ones included. */
export async function listGrants(ctx: VerbContext, raw: RawInput) {
  const asker = authorise(ctx, 'see_members');
  const { params: at } = parseInput(listGrantsInput, raw);
  return inTenant(ctx.deps.database, asker.tenantId, async (tx) => {
    const view = await viewOneMember(ctx, tx, asker, await getMember(tx, at.memberId));
    return { items: view.grants };
  });
}

/** Gives a member a grant besides those that it has; it holds from the next request on. */
export async function addGrant(ctx: VerbContext, raw: RawInput) {
  const giver = authorise(ctx, 'manage_roles');
  const { params: at, body } = parseInput(addGrantInput, raw);
  return inTenantOnce(ctx, giver, { route: 'addGrant', request: { ...at, ...body } }, async (tx) => {
    const now = ctx.deps.clock.now();
    const member = await getGranted(tx, at.memberId);
    const terms = await readTerms(tx, body, now);
    await checkGift(tx, giver, member, { ...member, grants: [...member.grants, terms] }, now);
    const added = randomUUID();
    await insertGrant(tx, {
      ...terms,
      grantId: added,
      memberId: at.memberId,
      grantedBy: giver.memberId,
      grantedAt: now,
    });
    await recordAudit(ctx, tx, {
      event: 'grant.added',
      memberId: giver.memberId,
      subject: `member:${at.memberId}`,
      detail: { grantId: added, after: termsText(terms), ...noteOf(terms) },
    });
    return viewChanged(ctx, tx, giver, at.memberId);
  });
}

/** Replaces what one grant gives; who gave it first, and when, stays. */
export async function changeGrant(ctx: VerbContext, raw: RawInput) {
  const changer = authorise(ctx, 'manage_roles');
  const { params: at, body } = parseInput(changeGrantInput, raw);
  return inTenant(ctx.deps.database, changer.tenantId, async (tx) => {
    const now = ctx.deps.clock.now();
    const member = await getGranted(tx, at.memberId);
    const before = grantOf(member, at.grantId);
    const terms = await readTerms(tx, body, now);
    const grants = member.grants.map((grant) => (grant === before ? { ...grant, ...terms } : grant));
    await checkGift(tx, changer, member, { ...member, grants }, now);
    if (!(await updateGrant(tx, at.memberId, at.grantId, terms))) throw new FaultError('thing.missing');
    await recordAudit(ctx, tx, {
      event: 'grant.changed',
      memberId: changer.memberId,
      subject: `member:${at.memberId}`,
      detail: { grantId: at.grantId, before: termsText(before), after: termsText(terms), ...noteOf(terms) },
    });
    return viewChanged(ctx, tx, changer, at.memberId);
  });
}

/** Ends one grant from the next request on; the row stays. */
export async function revokeGrant(ctx: VerbContext, raw: RawInput): Promise<void> {
  const revoker = authorise(ctx, 'manage_roles');
  const { params: at } = parseInput(revokeGrantInput, raw);
  await inTenant(ctx.deps.database, revoker.tenantId, async (tx) => {
    const before = grantOf(await getMember(tx, at.memberId, true), at.grantId);
    await endGrant(tx, at.memberId, at.grantId, revoker.memberId, ctx.deps.clock.now());
    await recordAudit(ctx, tx, {
      event: 'grant.revoked',
      memberId: revoker.memberId,
      subject: `member:${at.memberId}`,
      detail: { grantId: at.grantId, before: termsText(before) },
    });
  });
}

/** The member, locked. Of a role that reaches everything a grant would look like a limit and be none. */
async function getGranted(tx: TenantTx, id: MemberRow['memberId']): Promise<MemberRow> {
  const member = await getMember(tx, id, true);
  if (rightsOfMember(member).reach === 'everything')
    throw new FaultError('request.conflict', { detail: { role: member.role } });
  return member;
}

function grantOf({ grants }: MemberRow, id: string): GrantRow {
  const found = grants.find((grant) => grant.grantId === id);
  if (found === undefined) throw new FaultError('thing.missing');
  return found;
}

/** Why, for the log; nothing where nobody said. */
function noteOf({ note }: OfferedGrant): { note?: string } {
  return note === null ? {} : { note };
}

async function viewChanged(ctx: VerbContext, tx: TenantTx, asker: AuthorisedMember, id: MemberRow['memberId']) {
  return viewOneMember(ctx, tx, asker, await getMember(tx, id));
}
