import { keyList } from '../schemas/connection.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { listKeys, listKeysInput } from './list-keys.ts';

export const keyRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/keys',
      operation: 'listKeys',
      summary: 'Public keys by version',
      audience: 'member',
      input: listKeysInput,
      answer: keyList,
    },
    listKeys,
  ),
];
