export type { ApiKeyRow } from './api-key-row.ts';
export { findApiKey, findApiKeyByPrefix, findApiKeyToOpen, type ApiKeyToOpen } from './find-api-key.ts';
export { listApiKeys } from './list-api-keys.ts';
export { insertApiKey, noteApiKeyUse, revokeApiKey, rotateApiKey, updateApiKey } from './write-api-keys.ts';
