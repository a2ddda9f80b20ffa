import { list, thing, type Expected, type Row } from '../cell.ts';
import { COMMON_WORD } from '../script-of-a.ts';
import type { World } from '../world.ts';

const encoded = encodeURIComponent;
type Words = World['a']['words'];
const SEEN = (words: Words): string[] => [words.seenPair, words.seenRoom];
const HIDDEN = (words: Words): string[] => [words.hiddenPair, words.hiddenInRoom, words.hiddenRoom];
const ofA = ({ a }: World): Expected => ({ status: 200, holds: [...SEEN(a.words), ...HIDDEN(a.words)] });

/** A search that finds messages of company A which its viewer may not see. */
function searchFor(about: string, query: (world: World) => string, found: (world: World) => readonly string[]): Row {
  return list(
    {
      operation: 'searchMessages',
      about,
      ask: (world) => ({ method: 'GET', path: `/v1/messages/search?${query(world)}` }),
      rightful: (world) => ({ status: 200, holds: found(world) }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
    () => ({ viewer: { status: 200, holds: ['"items":[]'] } }),
  );
}

/** The numbers of a search that finds messages of company A which its viewer may not see. */
function countOf(about: string, query: (world: World) => string, named: (world: World) => string): Row {
  return list(
    {
      operation: 'countMatches',
      about,
      ask: (world) => ({ method: 'GET', path: `/v1/messages/facets?${query(world)}` }),
      rightful: (world) => ({ status: 200, holds: [named(world)] }),
    },
    () => ({ status: 200, holds: ['"atMost":0', '"people":[]', '"rooms":[]'] }),
    () => ({ viewer: { status: 200, holds: ['"atMost":0', '"people":[]', '"rooms":[]'] } }),
  );
}

/** A message and what was said around it, seen by the viewer or not. */
function messageRows(line: keyof World['a']['lines'], word: keyof Words): readonly Row[] {
  const isSeen = line.startsWith('seen');
  const about = isSeen ? `a message the viewer sees (${line})` : `a message hidden from the viewer (${line})`;
  const found = ({ a }: World): Expected => ({ status: 200, holds: [a.words[word]] });
  const viewer = isSeen ? found : (): Expected => ({ status: 404 });
  const row = (operation: string, suffix: string): Row =>
    thing(
      {
        operation,
        about,
        ask: ({ a }) => ({ method: 'GET', path: `/v1/messages/${a.lines[line].messageId}${suffix}` }),
        rightful: found,
      },
      (world) => ({ viewer: operation === 'getOriginal' ? { status: 403 } : viewer(world) }),
    );
  return [
    row('getMessage', ''),
    row('getOriginal', '/original'),
    row('readContext', '/context'),
    row('readContext', '/context?before=200&after=200'),
  ];
}

/** A file as it came, and the copy of it that holds its text. */
function mediaRow(line: 'seenFile' | 'hiddenFile', operation: 'sendMedia' | 'sendCopy'): Row {
  const bytesOf = ({ a }: World): Expected => ({ status: 200, holds: [a.words[line]] });
  const suffix = operation === 'sendCopy' ? '/copies/text' : '';
  return thing(
    {
      operation,
      about: line === 'seenFile' ? 'a file the viewer sees' : 'a file hidden from the viewer',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/media/${a.lines[line].mediaId}${suffix}` }),
      rightful: bytesOf,
    },
    (world) => ({ viewer: line === 'seenFile' ? bytesOf(world) : { status: 404 } }),
  );
}

/** What the archive holds: messages, conversations, people, rooms, files. */
export const readingRows: readonly Row[] = [
  list(
    {
      operation: 'searchMessages',
      about: 'messages with a word that all of them hold',
      ask: { method: 'GET', path: `/v1/messages/search?limit=200&q=${encoded(COMMON_WORD)}` },
      rightful: ofA,
    },
    ({ b }) => ({ status: 200, holds: [b.words.pair] }),
    ({ a }) => ({ viewer: { status: 200, holds: SEEN(a.words) } }),
  ),
  list(
    {
      operation: 'searchMessages',
      about: 'all messages',
      ask: { method: 'GET', path: '/v1/messages/search?limit=200' },
      rightful: (world) => ({ status: 200, holds: [...(ofA(world).holds ?? []), world.a.words.hiddenFileName] }),
    },
    ({ b }) => ({ status: 200, holds: [b.words.pair] }),
    ({ a }) => ({ viewer: { status: 200, holds: [...SEEN(a.words), a.words.seenFileName] } }),
  ),
  list(
    {
      operation: 'searchMessages',
      about: 'the messages of a room that the viewer sees in part',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/messages/search?room=${encoded(a.rooms.seen)}` }),
      rightful: ({ a }) => ({ status: 200, holds: [a.words.seenRoom, a.words.hiddenInRoom] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
    ({ a }) => ({ viewer: { status: 200, holds: [a.words.seenRoom] } }),
  ),
  searchFor(
    'a word of a hidden message',
    ({ a }) => `q=${encoded(a.words.hiddenPair)}`,
    ({ a }) => [a.words.hiddenPair],
  ),
  searchFor(
    'a hidden room',
    ({ a }) => `room=${encoded(a.rooms.hidden)}`,
    ({ a }) => [a.words.hiddenRoom],
  ),
  searchFor(
    'a hidden conversation',
    ({ a }) => `conversation=${a.lines.hiddenPair.conversationId}`,
    ({ a }) => [a.words.hiddenPair, a.words.hiddenFileName],
  ),
  searchFor(
    'a hidden person',
    ({ a }) => `person=${encoded(a.people.hiddenGuest)}`,
    ({ a }) => [a.words.hiddenInRoom],
  ),
  countOf(
    'numbers of a hidden room',
    ({ a }) => `room=${encoded(a.rooms.hidden)}`,
    ({ a }) => a.rooms.hidden,
  ),
  countOf(
    'numbers of a hidden person',
    ({ a }) => `person=${encoded(a.people.hiddenGuest)}`,
    ({ a }) => a.people.hiddenGuest,
  ),
  countOf(
    'numbers of a word of a hidden message',
    ({ a }) => `q=${encoded(a.words.hiddenPair)}`,
    () => '"atMost":1',
  ),
  ...messageRows('seenPair', 'seenPair'),
  ...messageRows('seenRoom', 'seenRoom'),
  ...messageRows('hiddenInRoom', 'hiddenInRoom'),
  ...messageRows('hiddenPair', 'hiddenPair'),
  mediaRow('seenFile', 'sendMedia'),
  mediaRow('hiddenFile', 'sendMedia'),
  mediaRow('seenFile', 'sendCopy'),
  mediaRow('hiddenFile', 'sendCopy'),
  searchFor(
    'a word that stands in a hidden file only',
    ({ a }) => `q=${encoded(a.words.hiddenFile)}`,
    ({ a }) => [a.words.hiddenFileName],
  ),
  list(
    {
      operation: 'listConversations',
      about: 'conversations',
      ask: { method: 'GET', path: '/v1/conversations?limit=200' },
      rightful: ({ a }) => ({
        status: 200,
        holds: [a.lines.hiddenPair.conversationId, a.rooms.hidden, a.words.hiddenRoom],
      }),
    },
    ({ b }) => ({ status: 200, holds: [b.rooms.own, b.people.customer] }),
    ({ a }) => ({ viewer: { status: 200, holds: [a.lines.seenPair.conversationId, a.rooms.seen, a.words.seenRoom] } }),
  ),
  list(
    {
      operation: 'listConversations',
      about: 'the conversations of a hidden person',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/conversations?person=${encoded(a.people.hiddenGuest)}` }),
      rightful: ({ a }) => ({ status: 200, holds: [a.rooms.seen] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
    () => ({ viewer: { status: 200, holds: ['"items":[]'] } }),
  ),
  list(
    {
      operation: 'listPeople',
      about: 'people',
      ask: { method: 'GET', path: '/v1/people?limit=200' },
      rightful: ({ a }) => ({ status: 200, holds: Object.values(a.people) }),
    },
    ({ b }) => ({ status: 200, holds: Object.values(b.people) }),
    ({ a }) => ({
      viewer: { status: 200, holds: [a.people.granted, a.people.colleague, a.people.roommate, a.people.customer] },
    }),
  ),
  list(
    {
      operation: 'listPeople',
      about: 'a hidden person by name',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/people?q=${encoded(a.people.hiddenCustomer)}` }),
      rightful: ({ a }) => ({ status: 200, holds: [a.people.hiddenCustomer] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
    () => ({ viewer: { status: 200, holds: ['"items":[]'] } }),
  ),
  list(
    {
      operation: 'listConsents',
      about: 'what a customer decided',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/people/${encoded(a.people.customer)}/consents` }),
      rightful: ({ a }) => ({ status: 200, holds: [a.lines.seenConsent.messageId, a.people.granted] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
    ({ a }) => ({ viewer: { status: 200, holds: [a.lines.seenConsent.messageId] } }),
  ),
  list(
    {
      operation: 'listConsents',
      about: 'what a hidden customer decided',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/people/${encoded(a.people.hiddenCustomer)}/consents` }),
      rightful: ({ a }) => ({ status: 200, holds: [a.lines.hiddenConsent.messageId] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
    () => ({ viewer: { status: 200, holds: ['"items":[]'] } }),
  ),
  list(
    {
      operation: 'listRooms',
      about: 'rooms',
      ask: { method: 'GET', path: '/v1/rooms?limit=200' },
      rightful: ({ a }) => ({ status: 200, holds: [a.rooms.seen, a.rooms.hidden] }),
    },
    ({ b }) => ({ status: 200, holds: [b.rooms.own] }),
    ({ a }) => ({ viewer: { status: 200, holds: [a.rooms.seen] } }),
  ),
];
