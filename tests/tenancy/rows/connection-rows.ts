import { askConsole, type SimulatedCorp } from '@highwater/testkit';
import { list, thing, type Row } from '../cell.ts';

/** Connections, keys and how whole the archive is. */
export const connectionRows: readonly Row[] = [
  list(
    {
      operation: 'listConnections',
      about: 'connections',
      ask: { method: 'GET', path: '/v1/connections' },
      rightful: ({ a }) => ({ status: 200, holds: [a.connectionId, a.corpId, a.keyId] }),
    },
    ({ b }) => ({ status: 200, holds: [b.connectionId, b.corpId] }),
  ),
  list(
    {
      operation: 'createConnection',
      about: 'company A’s corp with a guessed secret',
      phase: 'typed',
      ask: ({ a, madeUp }) => ({
        method: 'POST',
        path: '/v1/connections',
        body: { corpId: a.corpId, archiveSecret: madeUp.letters(43), name: 'guessed' },
      }),
      rightful: () => ({ status: 422, holds: ['secret.wrong'] }),
    },
    // Not `corp.already_connected`: who cannot prove the corp does not learn whose it is.
    () => ({ status: 422, holds: ['secret.wrong'], lacks: ['already_connected'] }),
  ),
  list(
    {
      operation: 'createConnection',
      about: 'company A’s corp with its secret',
      phase: 'typed',
      ask: ({ a }) => ({
        method: 'POST',
        path: '/v1/connections',
        body: { corpId: a.corpId, archiveSecret: a.archiveSecret, name: 'stolen' },
      }),
      rightful: () => ({ status: 409, holds: ['corp.already_connected'] }),
    },
    () => ({ status: 409 }),
  ),
  list(
    {
      operation: 'createConnection',
      about: 'a fresh corp',
      prepare: async ({ simulatorUrl }) => {
        const corp = { name: 'spare', talking: false };
        const { corpId, archiveSecret } = await askConsole<SimulatedCorp>(simulatorUrl, 'POST', '/corps', corp);
        return { corpId, archiveSecret };
      },
      ask: (_world, corp) => ({ method: 'POST', path: '/v1/connections', body: { ...corp, name: 'spare' } }),
      rightful: () => ({ status: 409, holds: ['corp.already_connected'] }),
    },
    // Company B's owners ask at once, and one of them is the first.
    () => ({ status: [201, 409] }),
  ),
  thing({
    operation: 'getConnection',
    about: 'a connection',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/connections/${a.connectionId}` }),
    rightful: ({ a }) => ({ status: 200, holds: [a.corpId, a.keyId] }),
  }),
  thing({
    operation: 'runPreflight',
    about: 'a connection',
    ask: ({ a }) => ({ method: 'POST', path: `/v1/connections/${a.connectionId}/preflight` }),
    rightful: ({ a }) => ({ status: 202, holds: [a.corpId] }),
  }),
  list(
    {
      operation: 'listKeys',
      about: 'keys',
      ask: { method: 'GET', path: '/v1/keys' },
      rightful: ({ a }) => ({ status: 200, holds: [a.keyId, a.keyLine, a.connectionId] }),
    },
    ({ b }) => ({ status: 200, holds: [b.keyId] }),
  ),
  list(
    {
      operation: 'getCompleteness',
      about: 'the ledger',
      ask: { method: 'GET', path: '/v1/completeness' },
      rightful: ({ a }) => ({ status: 200, holds: [a.corpId, a.connectionId] }),
    },
    ({ b }) => ({ status: 200, holds: [b.corpId] }),
  ),
  list(
    {
      operation: 'downloadLedgerKeys',
      about: 'the public keys of ledgers, the same for everybody',
      ask: { method: 'GET', path: '/v1/ledger/keys' },
      rightful: () => ({ status: 200, holds: ['BEGIN PUBLIC KEY'] }),
    },
    () => ({ status: 200, holds: ['BEGIN PUBLIC KEY'] }),
  ),
  thing({
    operation: 'downloadLedger',
    about: 'the ledger of a connection',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/ledger/${a.connectionId}/file` }),
    rightful: ({ a }) => ({ status: 200, holds: [a.connectionId, a.corpId, 'highwater/v1/page', 'highwater/v1/end'] }),
  }),
  thing({
    operation: 'downloadCheckpoints',
    about: 'the checkpoints of a connection',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/ledger/${a.connectionId}/checkpoints` }),
    rightful: ({ a }) => ({ status: 200, holds: [a.connectionId, 'highwater/v1/checkpoint'] }),
  }),
  thing({
    operation: 'listLedgerDays',
    about: 'the days of a ledger',
    ask: ({ a }) => ({ method: 'GET', path: `/v1/ledger/${a.connectionId}/days` }),
    rightful: () => ({ status: 200, holds: ['"state":"open"'] }),
  }),
  thing({
    operation: 'getLedgerDay',
    about: 'today of a ledger',
    ask: ({ a }) => ({
      method: 'GET',
      path: `/v1/ledger/${a.connectionId}/days/${new Date().toISOString().slice(0, 10)}`,
    }),
    rightful: () => ({ status: 200, holds: ['"page":1'] }),
  }),
  thing({
    operation: 'verifyLedger',
    about: 'a ledger',
    ask: ({ a }) => ({ method: 'POST', path: `/v1/ledger/${a.connectionId}/verify` }),
    rightful: () => ({ status: 200, holds: ['"pages"'] }),
  }),
  list(
    {
      operation: 'listFindings',
      about: 'findings',
      ask: { method: 'GET', path: '/v1/findings' },
      rightful: ({ a }) => ({ status: 200, holds: [a.findingId, a.connectionId] }),
    },
    ({ b }) => ({ status: 200, holds: [b.connectionId] }),
  ),
  list(
    {
      operation: 'getOverview',
      about: 'the state of the archive',
      ask: { method: 'GET', path: '/v1/overview' },
      rightful: ({ a }) => ({ status: 200, holds: [a.corpId, a.findingId] }),
    },
    ({ b }) => ({ status: 200, holds: [b.corpId] }),
    () => ({
      viewer: { status: 200, holds: ['"storedMessages":4', '"connection":null'] },
      bare: { status: 200, holds: ['"storedMessages":0', '"firstMessageId":null'] },
    }),
  ),
];
