import { getMember, inTenant, listConversations, listConversationsByIds } from '@highwater/db';
import { MESSAGE_ACTIONS } from '@highwater/domain';
import { z } from '@hono/zod-openapi';
import { viewConversations } from '../conversations/view-conversations.ts';
import { rightsOfStanding } from '../grants/check-gift.ts';
import { measureReach } from '../grants/measure-reach.ts';
import { memberId } from '../schemas/values.ts';
import { authorise } from '../verbs/authorise.ts';
import { parseInput } from '../verbs/parse-input.ts';
import { recordAudit } from '../verbs/record-audit.ts';
import type { RawInput, VerbContext } from '../verbs/verb-context.ts';

export const viewAsInput = { params: z.strictObject({ memberId }) };

/** Conversations of the member that are looked at, latest first. */
const LOOKED_AT = 50;

/**
 * What a member sees: numbers of all of it, and which of its latest conversations the asker sees too. Of those the asker
 * reads what they are called for the asker, and no message. Nobody acts as the member.
 */
export async function viewAs(ctx: VerbContext, raw: RawInput) {
  const asker = authorise(ctx, 'manage_roles');
  const { params } = parseInput(viewAsInput, raw);
  const { database, clock } = ctx.deps;
  const own = asker.rights.access('view');
  const { rights, conversations, looked } = await inTenant(database, asker.tenantId, async (tx) => {
    const member = await getMember(tx, params.memberId);
    const theirs = await rightsOfStanding(tx, member, clock.now());
    const page = { kind: null, person: null, after: null, limit: LOOKED_AT + 1 };
    const rows = await listConversations(tx, theirs.access('view'), page);
    const ids = rows.slice(0, LOOKED_AT).map(({ conversationId }) => conversationId);
    const shared = await listConversationsByIds(tx, own, ids);
    const views = await viewConversations(ctx, tx, own, shared);
    await recordAudit(ctx, tx, {
      event: 'member.viewed_as',
      memberId: asker.memberId,
      subject: `member:${params.memberId}`,
    });
    return { rights: theirs, conversations: views, looked: rows.length };
  });
  // Most roles reach with each action what they reach with the others: it is counted once.
  const counted = new Map<string, Awaited<ReturnType<typeof measureReach>>>();
  const reach = [];
  for (const action of MESSAGE_ACTIONS.filter((each) => rights.actions.includes(each))) {
    const access = rights.access(action);
    const key = JSON.stringify(access);
    const numbers = counted.get(key) ?? (await measureReach(ctx.deps, asker.tenantId, [action], access));
    counted.set(key, numbers);
    reach.push({ action, numbers: { ...numbers, actions: [action] } });
  }
  const hasMore = looked > LOOKED_AT;
  return {
    actions: rights.actions,
    reach,
    conversations: conversations
      .toSorted((one, other) => other.lastAt - one.lastAt)
      .map(({ conversationId, kind, roomId, name, people, isExternal }) => ({
        conversationId,
        kind,
        roomId,
        name,
        isExternal,
        people: people.map((person) => ({ personKey: person.personKey, displayName: person.displayName })),
      })),
    hasMore,
    hiddenFromYou: Math.min(looked, LOOKED_AT) - conversations.length,
  };
}
