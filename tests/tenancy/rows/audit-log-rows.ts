import { list, thing, type Row } from '../cell.ts';
import { STATEMENT_MONTH } from '../make-rights.ts';

/** What the search in the log was for is named nowhere else, so its opening proves itself by the line's id. */
export const auditLogRows: readonly Row[] = [
  list(
    {
      operation: 'listAuditActors',
      about: 'everybody whom the log names',
      ask: { method: 'GET', path: '/v1/audit/actors' },
      rightful: ({ a }) => ({ status: 200, holds: Object.values(a.members) }),
    },
    ({ people }) => ({ status: 200, holds: [people.ownerB.name] }),
  ),
  list(
    {
      operation: 'getChainState',
      about: 'up to when the log is chained',
      ask: { method: 'GET', path: '/v1/audit/state' },
      rightful: () => ({ status: 200, holds: ['"chainedTo"', '"mayReadSearches":true'] }),
    },
    () => ({ status: 200, holds: ['"chainedTo"'] }),
  ),
  list(
    {
      operation: 'compareCheckpoints',
      about: 'a checkpoint that is of nobody',
      ask: { method: 'POST', path: '/v1/audit/compare', body: { text: `1:${'0'.repeat(64)}` } },
      rightful: () => ({ status: 200, holds: ['history_differs'] }),
    },
    () => ({ status: 200, holds: ['history_differs'] }),
  ),
  list(
    {
      operation: 'downloadAuditTable',
      about: 'the log as a table',
      ask: { method: 'GET', path: '/v1/audit/file.csv' },
      rightful: ({ a }) => ({ status: 200, holds: [`connection:${a.connectionId}`, `export:${a.exportId}`] }),
    },
    ({ b }) => ({ status: 200, holds: [`export:${b.exportId}`] }),
  ),
  list(
    {
      operation: 'downloadAuditFile',
      about: 'the log with its chain',
      ask: { method: 'GET', path: '/v1/audit/file.jsonl' },
      rightful: ({ a }) => ({ status: 200, holds: [a.tenantId, 'highwater/v1/audit-row'] }),
    },
    () => ({ status: 200, holds: ['highwater/v1/audit-row'] }),
  ),
  list(
    {
      operation: 'downloadAuditCheckpoints',
      about: 'the signed checkpoints of the log',
      ask: { method: 'GET', path: '/v1/audit/checkpoints' },
      rightful: ({ a }) => ({ status: 200, holds: [a.tenantId] }),
    },
    () => ({ status: 200, holds: ['highwater/v1/audit-checkpoint'] }),
  ),
  thing({
    operation: 'openSearchWords',
    about: 'what company A’s owner searched for',
    ask: ({ a }) => ({ method: 'POST', path: `/v1/audit/${a.made.searchAuditId}/words` }),
    rightful: ({ a }) => ({ status: 200, holds: [a.made.searchAuditId] }),
  }),
  list(
    {
      operation: 'listStatements',
      about: 'months that have a statement',
      ask: { method: 'GET', path: '/v1/audit/statements' },
      rightful: () => ({ status: 200, holds: [STATEMENT_MONTH] }),
    },
    () => ({ status: 200, holds: [STATEMENT_MONTH] }),
  ),
  list(
    {
      operation: 'getStatement',
      about: 'the statement of a month',
      ask: { method: 'GET', path: `/v1/audit/statements/${STATEMENT_MONTH}` },
      rightful: () => ({ status: 200, holds: [STATEMENT_MONTH] }),
    },
    () => ({ status: 200, holds: [STATEMENT_MONTH] }),
  ),
  list(
    {
      operation: 'downloadStatement',
      about: 'the statement of a month as a table',
      ask: { method: 'GET', path: `/v1/audit/statements/${STATEMENT_MONTH}/file.csv` },
      rightful: () => ({ status: 200 }),
    },
    () => ({ status: 200 }),
  ),
  ...ownRows(),
];

/** Of the own session and company: every member may ask. */
function ownRows(): readonly Row[] {
  const members = { viewer: { status: 200 }, bare: { status: 200 } };
  const mine = { ask: { method: 'GET', path: '/v1/reason' }, rightful: () => ({ status: 200, holds: ['"hours"'] }) };
  return [
    list(
      { operation: 'getReason', about: 'whether a reason holds', ...mine },
      () => ({ status: 200 }),
      () => members,
    ),
    list(
      {
        operation: 'giveReason',
        about: 'why content is opened',
        ask: { method: 'POST', path: '/v1/reason', body: { reason: 'looks after its own archive' } },
        rightful: () => ({ status: 200, holds: ['"until"'] }),
      },
      () => ({ status: 200 }),
      () => members,
    ),
    list(
      {
        operation: 'getReasonSettings',
        about: 'whether a reason is asked',
        ask: { method: 'GET', path: '/v1/settings/reason' },
        rightful: () => ({ status: 200, holds: ['"mayChange":true'] }),
      },
      () => ({ status: 200 }),
      () => members,
    ),
    list(
      {
        operation: 'changeReasonSettings',
        about: 'whether a reason is asked',
        phase: 'still',
        ask: { method: 'PUT', path: '/v1/settings/reason', body: { hours: null } },
        rightful: () => ({ status: 200, holds: ['"hours":null'] }),
      },
      () => ({ status: 200 }),
    ),
  ];
}
