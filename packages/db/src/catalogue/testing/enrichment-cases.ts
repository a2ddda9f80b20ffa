import type { ConversationId, RoomId } from '@highwater/domain';
import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import type { Cases } from './isolation-case.ts';
import { SILENT, TAG } from './seed-enrichment.ts';
import { CHEN, CUSTOMER } from './seed-people.ts';

const NOW = ROW_TIME + 60_000;
const LATER = NOW + 60_000;
const DUE = { now: NOW, since: null, limit: 10 } as const;
const NOBODY: db.PersonFacts = {
  name: '陈敏',
  alias: null,
  position: null,
  corpName: null,
  contactType: null,
  unionid: null,
  departmentIds: ['1'],
  employeeStatus: 1,
  creator: null,
};
const LOOK = { fault: null, misses: 0, at: NOW, nextLookAt: LATER } as const;
const FOLLOW: db.SeenFollow = {
  externalKey: CUSTOMER,
  employeeKey: CHEN,
  remark: '老板',
  description: null,
  addedAt: null,
  tags: [],
  areTagsNamed: true,
  remarkCorpName: null,
  remarkMobiles: [],
  addWay: 1,
  at: NOW,
};

/** What enrichment writes, and what it reads to know what to do. */
export const ENRICHMENT_CASES = {
  lockEnriching: {
    run: (tx, seed) => db.lockEnriching(tx, seed.connectionId),
    nothing: undefined,
    touchesNoRows: true,
  },
  claimEnrichment: {
    run: (tx, seed) => db.claimEnrichment(tx, seed.connectionId, 'employees', { now: NOW, until: LATER }),
    nothing: undefined,
  },
  holdEnrichment: {
    run: (tx, seed) =>
      db.holdEnrichment(tx, seed.connectionId, 'employees', { until: LATER, cursor: 'c', wholeAt: NOW }),
    nothing: undefined,
  },
  finishEnrichment: {
    run: (tx, seed) =>
      db.finishEnrichment(tx, seed.connectionId, 'employees', { now: NOW, startedAt: NOW, nextRunAt: LATER }),
    nothing: undefined,
  },
  stopEnrichment: {
    run: (tx, seed) =>
      db.stopEnrichment(tx, seed.connectionId, 'employees', {
        now: NOW,
        nextRunAt: LATER,
        fault: 'secret.wrong',
        detail: {},
        counts: true,
      }),
    nothing: NOW,
  },
  clearWoken: { run: (tx, seed) => db.clearWoken(tx, seed.connectionId, 'employees', NOW), nothing: undefined },
  wakePeople: { run: (tx, seed) => db.wakePeople(tx, seed.connectionId, [CHEN], NOW), nothing: [] },
  wakeRooms: { run: (tx, seed) => db.wakeRooms(tx, seed.connectionId, [seed.roomId], NOW), nothing: 0 },
  wakeConsent: { run: (tx, seed) => db.wakeConsent(tx, seed.connectionId, CUSTOMER, CHEN, NOW), nothing: undefined },
  hurryEnrichment: {
    run: (tx, seed) => db.hurryEnrichment(tx, seed.connectionId, 'tags', NOW),
    nothing: undefined,
  },
  wakeEnrichment: {
    run: (tx, seed) => db.wakeEnrichment(tx, seed.connectionId, ['employees'], NOW),
    nothing: undefined,
  },
  listDuePeople: { run: (tx, seed) => db.listDuePeople(tx, seed.connectionId, 'employee', DUE), nothing: [] },
  countDuePeople: { run: (tx, seed) => db.countDuePeople(tx, seed.connectionId, 'employee', NOW, 10), nothing: 0 },
  listKnownPeople: { run: (tx, seed) => db.listKnownPeople(tx, seed.connectionId, 'employee', [CHEN]), nothing: [] },
  markPeopleUnseen: {
    run: (tx, seed) =>
      db.markPeopleUnseen(tx, seed.connectionId, 'employee', {
        now: NOW,
        nextLookAt: LATER,
        fault: 'secret.missing',
        limit: 10,
      }),
    nothing: 0,
  },
  wakeIncompletePeople: {
    async run(tx, { connectionId }) {
      const mark = { now: ROW_TIME, nextLookAt: LATER, fault: 'secret.missing', limit: 10 } as const;
      await db.markPeopleUnseen(tx, connectionId, 'employee', mark);
      return db.wakeIncompletePeople(tx, connectionId, 'employee', NOW, 10);
    },
    nothing: 0,
  },
  wakeMissingEmployees: {
    async run(tx, { connectionId }) {
      await db.savePersonLooks(tx, connectionId, [{ personKey: CHEN, state: 'complete', facts: NOBODY, ...LOOK }]);
      return db.wakeMissingEmployees(tx, connectionId, [SILENT], NOW);
    },
    nothing: 0,
  },
  savePersonLooks: {
    run: (tx, seed) =>
      db.savePersonLooks(tx, seed.connectionId, [{ personKey: CHEN, state: 'complete', facts: NOBODY, ...LOOK }]),
    nothing: undefined,
  },
  saveFollows: { run: (tx, seed) => db.saveFollows(tx, seed.connectionId, [FOLLOW]), nothing: undefined },
  endFollows: {
    run: (tx, seed) => db.endFollows(tx, seed.connectionId, [{ externalKey: CUSTOMER, followers: [], at: NOW }]),
    nothing: undefined,
  },
  endFollowsUnseenSince: {
    run: (tx, seed) => db.endFollowsUnseenSince(tx, seed.connectionId, [CHEN], { since: NOW, now: NOW }),
    nothing: undefined,
  },
  listDueRooms: { run: (tx, seed) => db.listDueRooms(tx, seed.connectionId, NOW, 10), nothing: [] },
  saveRoomLooks: {
    run: (tx, seed) =>
      db.saveRoomLooks(tx, seed.connectionId, [
        {
          roomId: seed.roomId,
          state: 'complete',
          wasAsked: true,
          ...LOOK,
          facts: { roomKind: 'internal', name: '群', owner: null, notice: null, madeAt: null, members: [] },
        },
      ]),
    nothing: undefined,
  },
  wakeIncompleteRooms: {
    async run(tx, { connectionId, roomId }) {
      const look = { ...LOOK, at: ROW_TIME, state: 'gone', wasAsked: true, facts: null } as const;
      await db.saveRoomLooks(tx, connectionId, [{ roomId, ...look }]);
      return db.wakeIncompleteRooms(tx, connectionId, NOW, 10);
    },
    nothing: 0,
  },
  saveDepartments: { run: (tx, seed) => db.saveDepartments(tx, seed.connectionId, [], NOW), nothing: undefined },
  savePermits: { run: (tx, seed) => db.savePermits(tx, seed.connectionId, 2, [], NOW), nothing: undefined },
  listPermittedEmployees: {
    run: (tx, seed) => db.listPermittedEmployees(tx, seed.connectionId, { after: null, limit: 10 }),
    nothing: [],
  },
  listSilentPermitted: { run: (tx, seed) => db.listSilentPermitted(tx, seed.connectionId, NOW, 10), nothing: [] },
  markPermitsLookedAt: {
    run: (tx, seed) => db.markPermitsLookedAt(tx, seed.connectionId, [SILENT], NOW),
    nothing: undefined,
  },
  saveCustomerTags: { run: (tx, seed) => db.saveCustomerTags(tx, seed.connectionId, [], NOW), nothing: undefined },
  listTagNames: { run: (tx, seed) => db.listTagNames(tx, seed.connectionId, [TAG]), nothing: new Map() },
  addConsentPairs: {
    async run(tx, { connectionId }) {
      const seen = { isExternal: true, firstAt: NOW, lastAt: NOW };
      const people = [CHEN, `${CUSTOMER}2` as typeof CUSTOMER];
      await db.saveConversations(tx, connectionId, [
        { conversationId: newId<ConversationId>(), kind: 'pair', roomId: null, people, ...seen },
      ]);
      return db.addConsentPairs(tx, connectionId);
    },
    nothing: 0,
  },
  listDueConsents: { run: (tx, seed) => db.listDueConsents(tx, seed.connectionId, NOW, 10), nothing: [] },
  saveConsentLooks: {
    run: (tx, seed) =>
      db.saveConsentLooks(tx, seed.connectionId, [
        {
          externalKey: CUSTOMER,
          counterpart: CHEN,
          inRoom: false,
          status: 'agree',
          changedAt: null,
          ...LOOK,
        },
      ]),
    nothing: undefined,
  },
  listDueRoomConsents: { run: (tx, seed) => db.listDueRoomConsents(tx, seed.connectionId, NOW, 10), nothing: [] },
  hurryRoomConsents: {
    async run(tx, { connectionId, roomId }) {
      await db.postponeRoomConsents(tx, connectionId, [roomId as RoomId], NOW);
      return db.hurryRoomConsents(tx, connectionId, NOW);
    },
    nothing: undefined,
  },
  postponeRoomConsents: {
    run: (tx, seed) => db.postponeRoomConsents(tx, seed.connectionId, [seed.roomId as RoomId], LATER),
    nothing: undefined,
  },
  observe: {
    run: (tx, seed) =>
      db.observe(tx, seed.connectionId, [
        { subject: 'person', subjectKey: CUSTOMER, attribute: 'name', value: '王莉', at: NOW },
      ]),
    nothing: undefined,
  },
} satisfies Partial<Cases>;
