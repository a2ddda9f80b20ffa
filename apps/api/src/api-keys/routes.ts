import { apiKeyPage, apiKeyView, madeApiKey } from '../schemas/api-key.ts';
import { defineRoute } from '../verbs/define-route.ts';
import { changeApiKey, changeApiKeyInput, oneApiKeyInput, revokeApiKey, rotateApiKey } from './change-api-key.ts';
import { createApiKey, createApiKeyInput } from './create-api-key.ts';
import { listApiKeys, listApiKeysInput } from './list-api-keys.ts';

export const apiKeyRoutes = [
  defineRoute(
    {
      method: 'get',
      path: '/api-keys',
      operation: 'listApiKeys',
      summary: 'Keys of programs, newest first',
      audience: 'member',
      input: listApiKeysInput,
      answer: apiKeyPage,
    },
    listApiKeys,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api-keys',
      operation: 'createApiKey',
      summary: 'Make a key; its secret is in this answer and nowhere else',
      audience: 'member',
      input: createApiKeyInput,
      status: 201,
      answer: madeApiKey,
      faults: ['rights.beyond_own', 'proof.needed'],
    },
    createApiKey,
  ),
  defineRoute(
    {
      method: 'patch',
      path: '/api-keys/{keyId}',
      operation: 'changeApiKey',
      summary: 'Change name or networks of a key, or let it end sooner',
      audience: 'member',
      input: changeApiKeyInput,
      answer: apiKeyView,
      faults: ['request.conflict'],
    },
    changeApiKey,
  ),
  defineRoute(
    {
      method: 'post',
      path: '/api-keys/{keyId}/rotate',
      operation: 'rotateApiKey',
      summary: 'Give one’s own key a new secret; the one before opens for another 24 hours',
      audience: 'member',
      input: oneApiKeyInput,
      answer: madeApiKey,
      faults: ['api_key.of_another', 'proof.needed', 'request.conflict'],
    },
    rotateApiKey,
  ),
  defineRoute(
    {
      method: 'delete',
      path: '/api-keys/{keyId}',
      operation: 'revokeApiKey',
      summary: 'End a key at once',
      audience: 'member',
      input: oneApiKeyInput,
      answer: 'nothing',
    },
    revokeApiKey,
  ),
];
