export { openEnvelope } from './envelope/open-envelope.ts';
export { openRandomKey } from './envelope/open-random-key.ts';
export { createOpeningPool } from './envelope/opening-pool.ts';
export type { OpenedItem, OpeningBatch, OpeningItem, OpeningKey, OpeningPool } from './envelope/opening-batch.ts';
export { importKeyPair, keyFingerprint } from './key-pair/import-key-pair.ts';
export { makeArchiveKeyPair } from './key-pair/make-archive-key-pair.ts';
export type { ArchiveKeyPair } from './key-pair/make-archive-key-pair.ts';
export { readPrivateKey, readPublicKey } from './key-pair/read-key.ts';
export { selfTestKeyPair } from './key-pair/self-test-key-pair.ts';
export { openBytes, sealBytes, SEAL_OVERHEAD } from './sealing/seal-bytes.ts';
export { makeDataKey, unwrapDataKey, wrapDataKey } from './sealing/data-key.ts';
export { deriveSubkey, PURPOSES } from './sealing/derive-subkey.ts';
export type { Purpose } from './sealing/derive-subkey.ts';
export { makeBoxKeyPair } from './box/make-box-key-pair.ts';
export type { BoxKeyPair } from './box/make-box-key-pair.ts';
export { openFromBox } from './box/open-from-box.ts';
export { sealToBox } from './box/seal-to-box.ts';
export { createObjectSealer } from './object/seal-object.ts';
export { openObject } from './object/open-object.ts';
export { openObjectRange } from './object/open-object-range.ts';
export type { ReadRange } from './object/open-object-range.ts';
export { plainObjectSize, sealedObjectSize } from './object/object-size.ts';
export { constantTimeEqual } from './tokens/constant-time-equal.ts';
export { deriveLinkToken } from './tokens/derive-link-token.ts';
export { hashToken } from './tokens/hash-token.ts';
export { keyedId } from './tokens/keyed-id.ts';
export { makeToken } from './tokens/make-token.ts';
export { createSearchHasher, hashSearchToken } from './tokens/search-hasher.ts';
export type { SearchHasher } from './tokens/search-hasher.ts';
export { makeCallbackSecrets, openCallback } from './callback/callback-cipher.ts';
export type { CallbackSecrets, OpenedCallback } from './callback/callback-cipher.ts';
export { isSignedCallback, signCallback } from './callback/callback-signature.ts';
export type { SignedParts } from './callback/callback-signature.ts';
export { openCallbackSecrets, sealCallbackSecrets } from './callback/seal-callback-secrets.ts';
export { hashPassword, verifyPassword } from './password/hash-password.ts';
export { auditLeaf } from './audit/audit-leaf.ts';
export type { AuditFacts } from './audit/audit-leaf.ts';
export { createAuditFileWriter, verifyAuditFile } from './audit/audit-file.ts';
export type { AuditFileHead, AuditFileVerdict, AuditFileWriter } from './audit/audit-file.ts';
export { AUDIT_PROBLEMS, checkAuditChain } from './audit/check-audit-chain.ts';
export type {
  AuditFindings,
  AuditLink,
  AuditPlace,
  AuditProblem,
  AuditProblemKind,
} from './audit/check-audit-chain.ts';
export { chainHash, CHAIN_START } from './ledger/chain-hash.ts';
export { leafHash } from './ledger/leaf-hash.ts';
export type { LedgerPage } from './ledger/leaf-hash.ts';
export { createLedgerWriter, createRowsHash } from './ledger/ledger-file.ts';
export type { LedgerWriter } from './ledger/ledger-file.ts';
export { readRow, writeRow } from './ledger/ledger-row.ts';
export type {
  AuditCheckpointRow,
  CheckpointRow,
  DayRow,
  EndRow,
  HeaderRow,
  LedgerRow,
  PageRow,
} from './ledger/ledger-row.ts';
export { createLedgerSigner, dayRoot, isSigned, readLedgerKey, readLedgerKeys } from './ledger/ledger-signature.ts';
export type { LedgerPublicKey, LedgerSigner } from './ledger/ledger-signature.ts';
export type { KnownHead, LedgerProblem } from './ledger/ledger-state.ts';
export { verifyLedger } from './ledger/verify-ledger.ts';
export type { LedgerVerdict, VerifyOptions } from './ledger/verify-ledger.ts';
export type { RandomSource } from './random-source.ts';
export { createTenantKeys } from './tenant-keys/create-tenant-keys.ts';
export { createSearchHashers } from './tenant-keys/create-search-hashers.ts';
export type { SearchHashers } from './tenant-keys/create-search-hashers.ts';
export type { TenantKeys, WrappedDataKey } from './tenant-keys/create-tenant-keys.ts';
export { openPlaintext, sealPlaintext } from './tenant-keys/seal-plaintext.ts';
export { openAuditWords, sealAuditWords } from './tenant-keys/seal-audit-words.ts';
export { openFileText, sealFileText } from './tenant-keys/seal-file-text.ts';
export { openFileId, sealFileId } from './tenant-keys/seal-file-id.ts';
export {
  accountMailPlace,
  attemptSecretPlace,
  connectionSecretPlace,
  furtherSecretPlace,
  dialogNotePlace,
  exportWordsPlace,
  objectPlace,
  privateKeyPlace,
  savedSearchPlace,
  signOnLoginPlace,
  signOnSecretPlace,
} from './tenant-keys/sealing-places.ts';
