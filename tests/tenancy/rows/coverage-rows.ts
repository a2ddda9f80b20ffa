import { list, thing, type Row } from '../cell.ts';

const encoded = encodeURIComponent;
const NONE = () => ({ status: 200, holds: ['"items":[]'] });

/** Rooms one by one, who and what is complete, and the media ledger. */
export const coverageRows: readonly Row[] = [
  thing(
    {
      operation: 'getRoom',
      about: 'a room that the viewer sees in part',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/connections/${a.connectionId}/rooms/${encoded(a.rooms.seen)}` }),
      rightful: ({ a }) => ({ status: 200, holds: [a.rooms.seen, '"history":['] }),
    },
    ({ a }) => ({ viewer: { status: 200, holds: [a.rooms.seen] } }),
  ),
  thing(
    {
      operation: 'getRoom',
      about: 'a hidden room',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/connections/${a.connectionId}/rooms/${encoded(a.rooms.hidden)}` }),
      rightful: ({ a }) => ({ status: 200, holds: [a.rooms.hidden] }),
    },
    () => ({ viewer: { status: 404 } }),
  ),
  thing(
    {
      operation: 'listMembersOfRoom',
      about: 'the members of a room that the viewer sees in part',
      ask: ({ a }) => ({
        method: 'GET',
        path: `/v1/connections/${a.connectionId}/rooms/${encoded(a.rooms.seen)}/members`,
      }),
      rightful: () => ({ status: 200, holds: ['"items":['] }),
    },
    () => ({ viewer: { status: 200, holds: ['"items":['] } }),
  ),
  thing(
    {
      operation: 'listMembersOfRoom',
      about: 'the members of a hidden room',
      ask: ({ a }) => ({
        method: 'GET',
        path: `/v1/connections/${a.connectionId}/rooms/${encoded(a.rooms.hidden)}/members`,
      }),
      rightful: () => ({ status: 200, holds: ['"items":['] }),
    },
    () => ({ viewer: { status: 404 } }),
  ),
  list(
    {
      operation: 'listRooms',
      about: 'a hidden room by its id',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/rooms?q=${encoded(a.rooms.hidden)}` }),
      rightful: ({ a }) => ({ status: 200, holds: [a.rooms.hidden] }),
    },
    NONE,
    () => ({ viewer: { status: 200, holds: ['"items":[]'] } }),
  ),
  list(
    {
      operation: 'getCoverage',
      about: 'how many people and rooms are complete',
      ask: { method: 'GET', path: '/v1/coverage' },
      rightful: ({ a }) => ({ status: 200, holds: [a.corpId, '"kinds":['] }),
    },
    ({ b }) => ({ status: 200, holds: [b.corpId] }),
  ),
  ...(['external_contact', 'room'] as const).map((kind) =>
    list(
      {
        operation: 'listIncomplete',
        about: `who or what is not complete: ${kind}`,
        ask: ({ a }) => ({ method: 'GET', path: `/v1/coverage/${kind}?connectionId=${a.connectionId}` }),
        rightful: () => ({ status: 200, holds: ['"items":['] }),
      },
      NONE,
    ),
  ),
  list(
    {
      operation: 'listScope',
      about: 'who takes part in messages without being in scope',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/scope?connectionId=${a.connectionId}&group=outside` }),
      rightful: () => ({ status: 200, holds: ['"items":['] }),
    },
    NONE,
  ),
  thing({
    operation: 'retryCoverage',
    about: 'to look again at rooms',
    ask: ({ a }) => ({
      method: 'POST',
      path: '/v1/coverage/retry',
      body: { connectionId: a.connectionId, enrichment: 'rooms' },
    }),
    rightful: () => ({ status: 202 }),
  }),
  list(
    {
      operation: 'getFileLedger',
      about: 'the media ledger',
      ask: { method: 'GET', path: '/v1/files' },
      rightful: () => ({ status: 200, holds: ['"mediaKind":"file"'] }),
    },
    () => ({ status: 200, holds: ['"totals":{'] }),
  ),
  list(
    {
      operation: 'listFileDays',
      about: 'files day by day',
      ask: { method: 'GET', path: '/v1/files/days' },
      rightful: () => ({ status: 200, holds: ['"stored":2'] }),
    },
    () => ({ status: 200, holds: ['"stored":1'] }),
  ),
  list(
    {
      operation: 'listFiles',
      about: 'files that are missing',
      ask: { method: 'GET', path: '/v1/files/list?list=absent' },
      rightful: () => ({ status: 200, holds: ['"items":['] }),
    },
    () => ({ status: 200, holds: ['"items":['] }),
  ),
  list(
    {
      operation: 'listFiles',
      about: 'files whose text cannot be searched',
      ask: { method: 'GET', path: '/v1/files/list?list=unread' },
      rightful: () => ({ status: 200, holds: ['"items":['] }),
    },
    () => ({ status: 200, holds: ['"items":['] }),
  ),
  list(
    {
      operation: 'downloadFileList',
      about: 'the table of missing files',
      ask: { method: 'GET', path: '/v1/files/list.csv?list=absent' },
      rightful: () => ({ status: 200 }),
    },
    () => ({ status: 200 }),
  ),
  ...(['seenFile', 'hiddenFile'] as const).map((name) =>
    thing({
      operation: 'retryFiles',
      about: `to fetch ${name} again`,
      ask: ({ a }) => ({ method: 'POST', path: '/v1/files/retry', body: { mediaId: a.lines[name].mediaId } }),
      rightful: () => ({ status: 202, holds: ['"count":0'] }),
    }),
  ),
];
