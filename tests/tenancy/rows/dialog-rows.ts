import { list, thing, type Expected, type Prepared, type Row } from '../cell.ts';
import type { World } from '../world.ts';

const encoded = encodeURIComponent;
type Line = keyof World['a']['lines'];
const YEAR = 366 * 86_400_000;
const lastYear = (): string => `from=${Date.now() - YEAR}&until=${Date.now() + 60_000}`;

/** What is asked of a line's conversation, seen by the viewer or not. */
function conversationRows(line: Line, about: string): readonly Row[] {
  const isSeen = line.startsWith('seen');
  const row = (operation: string, suffix: () => string, holds: (world: World) => readonly string[]): Row => {
    const found = (world: World): Expected => ({ status: 200, holds: holds(world) });
    return thing(
      {
        operation,
        about,
        ask: ({ a }) => ({ method: 'GET', path: `/v1/conversations/${a.lines[line].conversationId}${suffix()}` }),
        rightful: found,
      },
      (world) => ({ viewer: isSeen ? found(world) : { status: 404 } }),
    );
  };
  return [
    row(
      'getConversation',
      () => '',
      ({ a }) => [a.lines[line].conversationId],
    ),
    row(
      'listConversationDialogs',
      () => '/dialogs',
      ({ a }) => [a.lines[line].messageId],
    ),
    row(
      'listConversationDays',
      () => `/days?${lastYear()}`,
      () => ['"count":'],
    ),
    row(
      'findMessageAt',
      () => '/at?at=0',
      () => ['"messageId":'],
    ),
  ];
}

/** The dialog that holds a line, and the citation of it that the viewer may make or not. */
function rowsOfDialog(line: Line, about: string): readonly Row[] {
  const isSeen = line.startsWith('seen');
  const found = ({ a }: World): Expected => ({ status: 200, holds: [a.lines[line].messageId] });
  const asked: Expected = { status: 201, holds: ['"dialogId":"'] };
  const made = ({ a }: World): Expected => ({ status: 201, holds: [a.lines[line].messageId] });
  return [
    thing(
      {
        operation: 'getDialog',
        about,
        ask: ({ a }) => ({ method: 'GET', path: `/v1/messages/${a.lines[line].messageId}/dialog` }),
        rightful: found,
      },
      (world) => ({ viewer: isSeen ? found(world) : { status: 404 } }),
    ),
    thing(
      {
        operation: 'freezeDialog',
        about,
        phase: 'still',
        ask: ({ a }) => ({ method: 'POST', path: '/v1/dialogs', body: citing(a.lines[line].messageId) }),
        rightful: made,
      },
      (world) => ({ viewer: isSeen ? made(world) : { status: 404 } }),
    ),
    thing(
      {
        operation: 'requestExport',
        about: `the dialog that holds ${about}`,
        phase: 'still',
        ask: ({ a }) => ({
          method: 'POST',
          path: '/v1/exports',
          body: { dialogOf: { messageId: a.lines[line].messageId, gapMinutes: 30 } },
        }),
        rightful: () => asked,
      },
      () => ({ viewer: isSeen ? asked : { status: 404 } }),
    ),
  ];
}

function citing(messageId: string, note?: string): object {
  return { messageId, gapMinutes: 30, reason: 'cited', ...(note === undefined ? {} : { note }) };
}

/** The owner's citation of a line, with a note that holds a word hidden from the viewer. */
async function cite({ a, actors }: World, line: Line): Promise<Prepared> {
  const body = citing(a.lines[line].messageId, a.words.hiddenPair);
  const { dialogId } = await actors.owner.send<{ dialogId: string }>('POST', '/v1/dialogs', body);
  return { dialogId };
}

function citationRow(line: Line, about: string): Row {
  const isSeen = line.startsWith('seen');
  const found = (world: World, prepared: Prepared): Expected => ({
    status: 200,
    holds: [prepared['dialogId'] ?? '', world.a.words[isSeen ? 'seenRoom' : 'hiddenPair']],
  });
  return thing(
    {
      operation: 'getFrozenDialog',
      about,
      prepare: (world) => cite(world, line),
      ask: (_world, { dialogId = '' }) => ({ method: 'GET', path: `/v1/dialogs/${dialogId}?limit=200` }),
      rightful: found,
    },
    ({ a }) => ({ viewer: isSeen ? { status: 200, holds: [a.words.seenRoom, '"note":null'] } : { status: 404 } }),
  );
}

function personPath({ a }: World, name: keyof World['a']['people'], suffix: string): string {
  return `/v1/people/${a.connectionId}/${encoded(a.people[name])}/timeline${suffix}`;
}

/** What one customer said and heard, seen by the viewer or not. */
function timelineRows(name: 'customer' | 'hiddenCustomer', about: string): readonly Row[] {
  const isSeen = name === 'customer';
  const row = (operation: string, suffix: () => string, holds: (world: World) => readonly string[]): Row => {
    const found = (world: World): Expected => ({ status: 200, holds: holds(world) });
    return thing(
      {
        operation,
        about,
        ask: (world) => ({ method: 'GET', path: personPath(world, name, suffix()) }),
        rightful: found,
      },
      (world) => ({ viewer: isSeen ? found(world) : { status: 404 } }),
    );
  };
  return [
    row(
      'readTimeline',
      () => '',
      ({ a }) => [a.people[name]],
    ),
    row(
      'readTimeline',
      () => '?at=0',
      ({ a }) => [a.people[name]],
    ),
    row(
      'listTimelineDays',
      () => `/days?${lastYear()}`,
      () => ['"count":'],
    ),
  ];
}

/** Reading on: conversations by day and dialog, citations, customers' timelines. */
export const dialogRows: readonly Row[] = [
  ...conversationRows('seenPair', 'a conversation the viewer sees'),
  ...conversationRows('seenRoom', 'a room the viewer sees in part'),
  ...conversationRows('hiddenPair', 'a conversation hidden from the viewer'),
  ...rowsOfDialog('seenRoom', 'a dialog the viewer sees in part'),
  ...rowsOfDialog('hiddenInRoom', 'a message hidden from the viewer in a room it sees'),
  ...rowsOfDialog('hiddenPair', 'a dialog hidden from the viewer'),
  citationRow('seenRoom', 'a citation the viewer sees in part'),
  citationRow('hiddenPair', 'a citation hidden from the viewer'),
  list(
    {
      operation: 'listFrozenDialogs',
      about: 'citations',
      prepare: async (world) => ({
        seen: (await cite(world, 'seenRoom'))['dialogId'] ?? '',
        hidden: (await cite(world, 'hiddenPair'))['dialogId'] ?? '',
      }),
      ask: { method: 'GET', path: '/v1/dialogs?limit=50' },
      rightful: (_world, { seen = '', hidden = '' }) => ({ status: 200, holds: [seen, hidden] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
    ({ a }) => ({ viewer: { status: 200, holds: [a.lines.seenRoom.conversationId] } }),
  ),
  thing(
    {
      operation: 'removeFrozenDialog',
      about: 'a citation of the owner that the viewer sees in part',
      phase: 'still',
      prepare: (world) => cite(world, 'seenRoom'),
      ask: (_world, { dialogId = '' }) => ({ method: 'DELETE', path: `/v1/dialogs/${dialogId}` }),
      rightful: () => ({ status: 204 }),
    },
    () => ({ viewer: { status: 404 } }),
  ),
  thing(
    {
      operation: 'removeFrozenDialog',
      about: 'a citation of the owner hidden from the viewer',
      phase: 'still',
      prepare: (world) => cite(world, 'hiddenPair'),
      ask: (_world, { dialogId = '' }) => ({ method: 'DELETE', path: `/v1/dialogs/${dialogId}` }),
      rightful: () => ({ status: 204 }),
    },
    () => ({ viewer: { status: 404 } }),
  ),
  ...timelineRows('customer', 'a customer the viewer sees'),
  ...timelineRows('hiddenCustomer', 'a customer hidden from the viewer'),
];
