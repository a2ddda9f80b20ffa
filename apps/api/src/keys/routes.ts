import { keyList, keyView, madeKey } from '../schemas/key.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { importKey, importKeyInput } from './import-key.ts';
import { listKeys, listKeysInput } from './list-keys.ts';
import { makeKey, makeKeyInput } from './make-key.ts';
import { removeKey, removeKeyInput } from './remove-key.ts';

export const keyRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/keys',
      operation: 'listKeys',
      summary: 'The key rings, and what waits for keys that are not there',
      audience: 'member',
      input: listKeysInput,
      answer: keyList,
    },
    listKeys,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/keys',
      operation: 'makeKey',
      summary: 'Make a key pair; waits up to 15 s until it is proven on itself',
      audience: 'member',
      input: makeKeyInput,
      status: 202,
      answer: madeKey,
      creates: true,
    },
    makeKey,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/connections/{connectionId}/keys/import',
      operation: 'importKey',
      summary: 'Bring the private key of a vendor before along',
      audience: 'member',
      input: importKeyInput,
      status: 201,
      answer: keyView,
      creates: true,
      faults: ['key.malformed', 'key.known'],
    },
    importKey,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/connections/{connectionId}/keys/{keyId}',
      operation: 'removeKey',
      summary: 'Take a key out of the ring that no message needs',
      audience: 'member',
      input: removeKeyInput,
      answer: 'nothing',
      faults: ['key.needed', 'key.only'],
    },
    removeKey,
  ),
];
