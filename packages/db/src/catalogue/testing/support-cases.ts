import { newId, ROW_TIME } from '@highwater/testkit';
import * as db from '../../index.ts';
import { refused, type Cases } from './isolation-case.ts';
import { OPERATOR } from './seed-support.ts';

const NOW = ROW_TIME + 1000;
const HOURS_LATER = ROW_TIME + 5 * 3_600_000;

export const SUPPORT_CASES = {
  askSupport: {
    // The number says how many requests a company had: a stranger's first is its first.
    run: async (tx) => {
      const number = await db.askSupport(tx, {
        requestId: newId(),
        operatorId: OPERATOR,
        operatorName: '运营小林',
        reason: '另一个原因，写得够长',
        scopes: ['health'],
        hours: 1,
        now: NOW,
        answerUntil: NOW + 1,
      });
      return number > 1 ? number : refused('first');
    },
    nothing: refused('first'),
    needsRls: true,
  },
  approveSupport: {
    run: (tx, seed) =>
      db.approveSupport(
        tx,
        seed.askedSupportId,
        { scopes: ['health'], hours: 1, people: [], rooms: [], sentFrom: null, sentUntil: null },
        { memberId: seed.ownerId, now: NOW },
      ),
    nothing: false,
  },
  refuseSupport: {
    run: (tx, seed) => db.refuseSupport(tx, seed.askedSupportId, { memberId: seed.ownerId, now: NOW }),
    nothing: false,
  },
  endSupport: {
    run: (tx, seed) => db.endSupport(tx, seed.openSupportId, { by: 'owner', memberId: seed.ownerId, now: NOW }),
    nothing: false,
  },
  expireSupport: { run: (tx, seed) => db.expireSupport(tx, seed.openSupportId, HOURS_LATER), nothing: false },
  listSupportRequests: { run: (tx) => db.listSupportRequests(tx, 10), nothing: [] },
  listAskedSupport: { run: (tx) => db.listAskedSupport(tx, 10), nothing: [] },
  findSupportRequest: { run: (tx, seed) => db.findSupportRequest(tx, seed.openSupportId), nothing: undefined },
  countOpenSupport: { run: (tx) => db.countOpenSupport(tx, NOW), nothing: { waiting: 0, open: 0 } },
  listOwners: {
    run: async (tx) => (await db.listOwners(tx)).filter(({ email }) => email === 'owner@example.com'),
    nothing: [],
  },
  countSupportLooks: {
    run: (tx) => db.countSupportLooks(tx, { number: 1, since: ROW_TIME, until: HOURS_LATER }),
    nothing: [],
  },
  noteSupportMailed: {
    run: (tx, seed) => db.noteSupportMailed(tx, seed.askedSupportId, 'asked', NOW),
    nothing: false,
  },
} satisfies Partial<Cases>;
