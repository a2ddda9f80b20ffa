import type {
  AttemptId,
  ConnectionId,
  DialogId,
  ExportId,
  KeyId,
  SavedSearchId,
  SecretPurpose,
  SignOnId,
  TenantId,
} from '@highwater/domain';

// Additional data of credentials sealed to the worker's box: whoever seals and whoever opens name the same place.

/** For `hw.connection_attempts.secret_sealed`. */
export function attemptSecretPlace(tenantId: TenantId, attemptId: AttemptId): string {
  return `${tenantId}|connection_attempts|${attemptId}|1`;
}

/** For `hw.connections.secret_sealed`. */
export function connectionSecretPlace(tenantId: TenantId, connectionId: ConnectionId): string {
  return `${tenantId}|connections|${connectionId}|1`;
}

/** For `hw.connection_secrets.secret_sealed`. */
export function furtherSecretPlace(
  tenantId: TenantId,
  connectionId: ConnectionId,
  purpose: Exclude<SecretPurpose, 'archive'>,
): string {
  return `${tenantId}|connection_secrets|${connectionId}|${purpose}|1`;
}

/** For `hw.connection_keys.private_sealed`. */
export function privateKeyPlace(tenantId: TenantId, keyId: KeyId): string {
  return `${tenantId}|connection_keys|${keyId}|1`;
}

/** For `identity.mails.token_sealed`; accounts belong to no tenant. */
export function accountMailPlace(mailId: string): string {
  return `account|mails|${mailId}|1`;
}

/** Additional data of a sealed object: an object under another name does not open. */
export function objectPlace(tenantId: TenantId, objectName: string): string {
  return `${tenantId}|${objectName}`;
}

/** For `hw.saved_searches.query_sealed`. */
export function savedSearchPlace(tenantId: TenantId, searchId: SavedSearchId): string {
  return `${tenantId}|saved_searches|${searchId}|1`;
}

/** For `hw.dialogs.note_sealed`. */
export function dialogNotePlace(tenantId: TenantId, dialogId: DialogId): string {
  return `${tenantId}|dialogs|${dialogId}|1`;
}

/** For `hw.exports.words_sealed`. */
export function exportWordsPlace(tenantId: TenantId, exportId: ExportId): string {
  return `${tenantId}|exports|${exportId}|1`;
}

/** For `hw.sign_ons.secret_sealed`. */
export function signOnSecretPlace(tenantId: TenantId, signOnId: SignOnId): string {
  return `${tenantId}|sign_ons|${signOnId}|1`;
}

/** For `hw.sign_on_logins.secrets_sealed`. */
export function signOnLoginPlace(tenantId: TenantId, loginId: string): string {
  return `${tenantId}|sign_on_logins|${loginId}|1`;
}
