import { waitUntil } from '@highwater/testkit';
import type { Try } from './try.ts';

interface ExportItem {
  readonly exportId: string;
  readonly state: string;
  readonly messagesTotal: number | null;
  readonly selection: {
    readonly conversationId: string | null;
    readonly roomId: string | null;
    readonly people: readonly string[];
    readonly hasWords: boolean;
  };
}

/** What became of the exports that the matrix asked for. Needs a worker. */
export const exportTries: readonly Try[] = (['viewer', 'ownerB'] as const).map((actor) => ({
  about: `every package that ${actor} ever asked for`,
  async run({ world, as, note }) {
    const { a } = world;
    const session = world.actors[actor];
    const items = await waitUntil(
      'all exports have ended',
      async () => {
        const page = await session.get<{ items: ExportItem[] }>('/v1/exports?limit=200');
        return page.items.every(({ state }) => state !== 'queued' && state !== 'running') && page.items;
      },
      { seconds: 60 },
    );
    let aimed = 0;
    for (const { exportId, state, messagesTotal, selection } of items) {
      const { conversationId, roomId, people } = selection;
      const isAimed =
        conversationId === a.lines.hiddenPair.conversationId ||
        roomId === a.rooms.hidden ||
        people.includes(a.people.hiddenGuest);
      if (isAimed) aimed += 1;
      if (isAimed && (state !== 'failed' || (messagesTotal ?? 0) > 0))
        note(`an export of what ${actor} may not see is ${state}`);
      const path = `/v1/exports/${exportId}/download`;
      await as(actor, { method: 'GET', path }, { status: state.startsWith('complete') ? [200] : [409, 410, 500] });
    }
    const worded = items.filter(({ selection }) => selection.hasWords).map(({ state }) => state);
    // An owner sees those of the whole company: its program and both who come by its provider asked for the same besides.
    const askers = actor === 'ownerB' ? 4 : 1;
    const right = [...Array<string>(askers).fill('complete'), ...Array<string>(askers).fill('failed')];
    if (worded.toSorted().join() !== right.join()) {
      note(
        `of ${actor}'s exports by words the one of its own word should be complete, the one of a hidden word failed`,
      );
    }
    if (aimed !== 3 * askers)
      note(`${aimed} exports of ${actor} were aimed at what it may not see; the matrix asks for ${3 * askers}`);
  },
}));

/** Rights are those of the moment: a package made under a wider grant is out of reach under a narrower one. */
export const narrowedTry: Try = {
  about: 'packages of a viewer whose grant was changed since',
  async run({ world, as, note }) {
    const { a, actors } = world;
    const asks = [`/v1/exports/${a.viewerExportId}/download`, `/v1/exports/links/${a.links.viewer}/download`].map(
      (path) => ({
        method: 'GET',
        path,
      }),
    );
    for (const ask of asks) await as('viewer', ask, { status: [200] });
    await actors.owner.send('PUT', `/v1/grants/${a.members.viewer}`, { employees: [a.people.roommate] });
    for (const ask of asks) await as('viewer', ask, { status: [403] });
    const { items } = await actors.viewer.get<{ items: { messageId: string }[] }>('/v1/messages/search');
    const seen = items.map(({ messageId }) => messageId).sort();
    const theirs = [a.lines.seenRoom.messageId, a.lines.hiddenInRoom.messageId].sort();
    if (seen.join() !== theirs.join()) note('the viewer does not see exactly the messages of the new grant');
    await actors.owner.send('PUT', `/v1/grants/${a.members.viewer}`, { employees: [a.people.granted] });
  },
};

/** A mailed link is for its addressee alone, whatever others may see. */
export const foreignLinkTry: Try = {
  about: 'the viewer’s link opened by the owner',
  async run({ world, note }) {
    for (const suffix of ['', '/download']) {
      const path = `/v1/exports/links/${world.a.links.viewer}${suffix}`;
      const { status } = await world.actors.owner.ask({ method: 'GET', path });
      if (status !== 403) note(`a link mailed to somebody else is answered ${status}`);
    }
  },
};
