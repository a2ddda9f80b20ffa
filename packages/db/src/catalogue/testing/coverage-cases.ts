import type { AccessCondition } from '@highwater/domain';
import { ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import type { Cases } from './isolation-case.ts';

const ALL: AccessCondition = { kind: 'all' };
const PAGE = { after: null, limit: 10 } as const;
const WAITING = { list: 'waiting', connectionId: null, mediaKind: null, fault: null, mediaId: null } as const;

/** Rooms with members and history, the coverage page, and the media ledger. */
export const COVERAGE_CASES = {
  findRoom: { run: (tx, seed) => db.findRoom(tx, ALL, seed.connectionId, seed.roomId), nothing: undefined },
  listRoomHistory: { run: (tx, seed) => db.listRoomHistory(tx, ALL, seed, 10), nothing: [] },
  listRoomMembers: { run: (tx, seed) => db.listRoomMembers(tx, ALL, seed, { left: false, ...PAGE }), nothing: [] },
  countRoomMembers: { run: (tx, seed) => db.countRoomMembers(tx, ALL, seed), nothing: { present: 0, left: 0 } },
  countCoverage: { run: (tx) => db.countCoverage(tx, ROW_TIME), nothing: [] },
  listIncomplete: {
    run: (tx) => db.listIncomplete(tx, { kind: 'room', connectionId: null, state: null, fault: null }, PAGE),
    nothing: [],
  },
  listEnrichmentStates: { run: (tx) => db.listEnrichmentStates(tx), nothing: [] },
  countScope: { run: (tx) => db.countScope(tx), nothing: [] },
  listScope: {
    async run(tx, { connectionId }) {
      const groups = ['talking', 'silent', 'outside', 'formerly', 'left'] as const;
      const found: db.ScopedPerson[] = [];
      for (const group of groups) found.push(...(await db.listScope(tx, { connectionId, group }, PAGE)));
      return found;
    },
    nothing: [],
  },
  countFiles: { run: (tx) => db.countFiles(tx, ALL), nothing: [] },
  listWaitingFiles: { run: (tx) => db.listWaitingFiles(tx, ALL, ROW_TIME), nothing: [] },
  listFileDays: { run: (tx) => db.listFileDays(tx, ALL, { before: null, limit: 10 }), nothing: [] },
  listFiles: { run: (tx) => db.listFiles(tx, ALL, WAITING, { before: null, limit: 10 }), nothing: [] },
  retryFiles: { run: (tx) => db.retryFiles(tx, ALL, WAITING, ROW_TIME), nothing: [] },
} satisfies Partial<Cases>;
