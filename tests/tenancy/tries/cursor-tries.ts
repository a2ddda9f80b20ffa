import { ACTORS } from '../actors.ts';
import { COMMON_WORD } from '../script-of-a.ts';
import type { Try } from './try.ts';

const LISTS = [
  '/v1/messages/search?limit=1',
  `/v1/messages/search?limit=1&q=${encodeURIComponent(COMMON_WORD)}`,
  '/v1/conversations?limit=1',
  '/v1/people?limit=1',
  '/v1/rooms?limit=1',
  '/v1/exports?limit=1',
  '/v1/members?limit=1',
  '/v1/invitations?limit=1',
] as const;

const FOLLOWED = [200, 401, 403, 404, 409];

/** A page's cursor says where it ended, never whose page it was. */
export const cursorTries: readonly Try[] = LISTS.map(cursorTry);

/** Each company's log holds what its members typed: asked before they type what is of others. */
export const auditCursorTries: readonly Try[] = ['/v1/audit?limit=1'].map(cursorTry);

function cursorTry(path: string): Try {
  return {
    about: `a cursor of ${path.split('?')[0]} of company A`,
    async run({ world, as, note }) {
      const { nextCursor } = await world.actors.owner.get<{ nextCursor: string | null }>(path);
      if (nextCursor === null) return note(`${path} has no second page to try`);
      const ask = { method: 'GET', path: `${path.replace('limit=1', 'limit=200')}&cursor=${nextCursor}` };
      await Promise.all(ACTORS.map((actor) => as(actor, ask, { status: FOLLOWED })));
      // The cursor works for its own company, so the answers above were not refusals of the cursor.
      await world.actors.owner.get(ask.path);
    },
  };
}

/** A context's cursor names the message it stopped at. */
export const contextCursorTry: Try = {
  about: 'a cursor of a context of company A, under a message of company B',
  async run({ world, as }) {
    const { a, b, actors } = world;
    const context = await actors.owner.get<{ newerCursor: string | null; olderCursor: string | null }>(
      `/v1/messages/${a.lines.hiddenInRoom.messageId}/context?before=0&after=0`,
    );
    for (const cursor of [context.newerCursor, context.olderCursor]) {
      if (cursor === null) continue;
      const query = `context?cursor=${cursor}&before=200&after=200`;
      await as('ownerB', { method: 'GET', path: `/v1/messages/${b.lines.pair.messageId}/${query}` }, { status: [200] });
      await as(
        'viewer',
        { method: 'GET', path: `/v1/messages/${a.lines.seenRoom.messageId}/${query}` },
        { status: [200] },
      );
    }
  },
};
