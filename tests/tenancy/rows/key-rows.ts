import { generateKeyPairSync } from 'node:crypto';
import { list, thing, type Row } from '../cell.ts';

/** The key ring and the quarantine. */
export const keyRows: readonly Row[] = [
  thing({
    operation: 'makeKey',
    about: 'a key pair for a connection',
    ask: ({ a }) => ({ method: 'POST', path: `/v1/connections/${a.connectionId}/keys` }),
    rightful: () => ({ status: 202, holds: ['"origin":"made"'] }),
  }),
  thing({
    operation: 'importKey',
    about: 'a key ring',
    async prepare() {
      const { privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      });
      return { privateKey };
    },
    ask: ({ a }, prepared) => ({
      method: 'POST',
      path: `/v1/connections/${a.connectionId}/keys/import`,
      body: { privateKeyPem: prepared['privateKey'] ?? '' },
    }),
    rightful: () => ({ status: 201, holds: ['"origin":"imported"'], lacks: ['PRIVATE KEY'] }),
  }),
  thing({
    operation: 'removeKey',
    about: 'the key that company A’s messages need',
    ask: ({ a }) => ({ method: 'DELETE', path: `/v1/connections/${a.connectionId}/keys/${a.keyId}` }),
    rightful: () => ({ status: 409, holds: ['key.needed'] }),
  }),
  list(
    {
      operation: 'getQuarantine',
      about: 'what is not readable',
      ask: { method: 'GET', path: '/v1/quarantine' },
      rightful: () => ({ status: 200, holds: ['"groups"', '"repairs"'] }),
    },
    () => ({ status: 200, holds: ['"groups":[]'] }),
  ),
  list(
    {
      operation: 'listQuarantined',
      about: 'the closed envelopes of company A’s connection',
      ask: ({ a }) => ({ method: 'GET', path: `/v1/quarantine/envelopes?connectionId=${a.connectionId}` }),
      rightful: () => ({ status: 200, holds: ['"items"'] }),
    },
    () => ({ status: 200, holds: ['"items":[]'] }),
  ),
  thing({
    operation: 'reopenQuarantine',
    about: 'the quarantine of a connection',
    ask: ({ a }) => ({ method: 'POST', path: '/v1/quarantine/reopen', body: { connectionId: a.connectionId } }),
    rightful: ({ a }) => ({ status: 202, holds: ['"work":"reopen"', a.connectionId] }),
  }),
  thing({
    operation: 'reparseMessages',
    about: 'the messages of a connection',
    ask: ({ a }) => ({
      method: 'POST',
      path: '/v1/quarantine/reparse',
      body: { connectionId: a.connectionId, among: 'all' },
    }),
    rightful: ({ a }) => ({ status: 202, holds: ['"work":"reparse"', a.connectionId] }),
  }),
];
