import { FaultError } from '@highwater/domain';

/** What OpenSSL says of a chain that it does not accept, as Node passes it on (`X509_V_ERR_…` without the prefix). */
const CERTIFICATE_CODES = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_REJECTED',
  'CERT_UNTRUSTED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_CHAIN_TOO_LONG',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
  'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
  'ERROR_IN_CERT_NOT_BEFORE_FIELD',
  'ERROR_IN_CERT_NOT_AFTER_FIELD',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'PATH_LENGTH_EXCEEDED',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/**
 * `wecom.certificate` (detail: reason) when whoever answered could not prove to be WeCom; else `wecom.unreachable`.
 * Only the error's code is kept: its message may name addresses.
 */
export function nameTlsFailure(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
  if (CERTIFICATE_CODES.has(code)) return new FaultError('wecom.certificate', { detail: { reason: code } });
  return new FaultError('wecom.unreachable', { cause: new Error(code) });
}
