import { list, thing, type Row } from '../cell.ts';
import { STATEMENT_MONTH } from '../make-rights.ts';
import type { World } from '../world.ts';

const MEMBERS_KNOW = { status: 200, holds: ['"hours":null'] };
const STATEMENT = `/v1/audit/statements/${STATEMENT_MONTH}`;

function whole(operation: string, about: string, path: string, holds: (world: World) => readonly string[]): Row {
  return list(
    { operation, about, ask: { method: 'GET', path }, rightful: (world) => ({ status: 200, holds: holds(world) }) },
    () => ({ status: 200 }),
  );
}

/** The audit log in all its forms, and why content is opened. */
export const auditRows: readonly Row[] = [
  list(
    {
      operation: 'verifyAudit',
      about: 'whether the audit log is whole',
      ask: { method: 'GET', path: '/v1/audit/verify' },
      rightful: () => ({ status: 200, holds: ['"chainedTo"', '"problems":[]'] }),
    },
    () => ({ status: 200, holds: ['"problems":[]'] }),
  ),
  list(
    {
      operation: 'listAudit',
      about: 'the audit log',
      phase: 'fresh',
      ask: { method: 'GET', path: '/v1/audit?limit=200' },
      rightful: ({ a }) => ({ status: 200, holds: [`connection:${a.connectionId}`, `export:${a.exportId}`] }),
    },
    ({ b }) => ({ status: 200, holds: [`export:${b.exportId}`] }),
  ),
  ...['file.csv', 'file.jsonl'].map((file) =>
    list(
      {
        operation: file === 'file.csv' ? 'downloadAuditTable' : 'downloadAuditFile',
        about: 'the audit log as a file',
        phase: 'fresh',
        ask: { method: 'GET', path: `/v1/audit/${file}` },
        rightful: ({ a }) => ({ status: 200, holds: [a.exportId] }),
      },
      ({ b }) => ({ status: 200, holds: [b.exportId] }),
    ),
  ),
  whole('downloadAuditCheckpoints', 'checkpoints of the audit log', '/v1/audit/checkpoints', ({ a }) => [a.tenantId]),
  list(
    {
      operation: 'listAuditActors',
      about: 'whom the log names',
      ask: { method: 'GET', path: '/v1/audit/actors' },
      rightful: ({ a, people }) => ({ status: 200, holds: [a.members.owner, people.viewer.name] }),
    },
    ({ people }) => ({ status: 200, holds: [people.ownerB.name] }),
  ),
  whole('getChainState', 'how far the log is chained', '/v1/audit/state', () => ['"mayReadSearches":true']),
  list(
    {
      operation: 'compareCheckpoints',
      about: 'a checkpoint that was kept elsewhere',
      ask: { method: 'POST', path: '/v1/audit/compare', body: { text: `1:${'0'.repeat(64)}` } },
      rightful: () => ({ status: 200, holds: ['history_differs'] }),
    },
    () => ({ status: 200, holds: ['history_differs'] }),
  ),
  thing({
    operation: 'openSearchWords',
    about: 'the words of a search',
    ask: ({ a }) => ({ method: 'POST', path: `/v1/audit/${a.made.searchAuditId}/words`, body: {} }),
    rightful: ({ a }) => ({ status: 200, holds: [a.made.searchAuditId, '"words":["'] }),
  }),
  whole('listStatements', 'months with a statement', '/v1/audit/statements', () => [STATEMENT_MONTH]),
  whole('getStatement', 'who looked at whom in a month', STATEMENT, () => [STATEMENT_MONTH]),
  whole('downloadStatement', 'the same as a table', `${STATEMENT}/file.csv`, () => ['statement-']),
  list(
    {
      operation: 'getReason',
      about: 'whether a reason holds',
      ask: { method: 'GET', path: '/v1/reason' },
      rightful: () => MEMBERS_KNOW,
    },
    () => MEMBERS_KNOW,
    () => ({ viewer: MEMBERS_KNOW, bare: MEMBERS_KNOW }),
  ),
  list(
    {
      operation: 'giveReason',
      about: 'why content is opened',
      ask: { method: 'POST', path: '/v1/reason', body: { reason: 'looking into a complaint' } },
      rightful: () => MEMBERS_KNOW,
    },
    () => MEMBERS_KNOW,
    () => ({ viewer: MEMBERS_KNOW, bare: MEMBERS_KNOW }),
  ),
  list(
    {
      operation: 'getReasonSettings',
      about: 'whether a reason is asked',
      ask: { method: 'GET', path: '/v1/settings/reason' },
      rightful: () => ({ status: 200, holds: ['"mayChange":true'] }),
    },
    () => MEMBERS_KNOW,
    () => ({
      viewer: { status: 200, holds: ['"mayChange":false'] },
      bare: { status: 200, holds: ['"mayChange":false'] },
    }),
  ),
  list(
    {
      operation: 'changeReasonSettings',
      about: 'whether a reason is asked',
      phase: 'still',
      ask: { method: 'PUT', path: '/v1/settings/reason', body: { hours: null } },
      rightful: () => MEMBERS_KNOW,
    },
    () => MEMBERS_KNOW,
  ),
];
