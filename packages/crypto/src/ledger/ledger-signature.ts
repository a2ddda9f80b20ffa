import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import {
  writeRow,
  type AuditCheckpointRow,
  type CheckpointRow,
  type DayRow,
  type SignedRow,
  type Unsigned,
} from './ledger-row.ts';

/** An Ed25519 public key by its name: the first 16 hex characters of the SHA-256 of its SPKI DER. */
export interface LedgerPublicKey {
  readonly keyId: string;
  /** SPKI DER, base64. */
  readonly spki: string;
  readonly key: KeyObject;
}

export interface LedgerSigner {
  readonly keyId: string;
  signDay(row: Omit<DayRow, 'key' | 'signature'>): DayRow;
  signCheckpoint(row: Omit<CheckpointRow, 'key' | 'signature'>): CheckpointRow;
  signAudit(row: Omit<AuditCheckpointRow, 'key' | 'signature'>): AuditCheckpointRow;
}

/** Reads an Ed25519 public key: SPKI, PEM text or DER in base64. Throws a RangeError when it is none. */
export function readLedgerKey(text: string): LedgerPublicKey {
  const key = text.includes('-----')
    ? createPublicKey(text)
    : createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'ed25519') throw new RangeError('the key is not an Ed25519 key');
  const der = key.export({ type: 'spki', format: 'der' });
  return { keyId: sha256(der).slice(0, 16), spki: der.toString('base64'), key };
}

/** All keys of a PEM text, in its order. */
export function readLedgerKeys(pem: string): readonly LedgerPublicKey[] {
  return (pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []).map(readLedgerKey);
}

/** Signs with an Ed25519 private key, PKCS#8 PEM. */
export function createLedgerSigner(privatePem: string): LedgerSigner {
  const key = createPrivateKey(privatePem);
  const { keyId } = readLedgerKey(createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString());
  const signatureOf = (row: Unsigned<SignedRow>): string =>
    sign(null, Buffer.from(writeRow(row)), key).toString('base64');
  return {
    keyId,
    signDay(row) {
      const unsigned = { ...row, key: keyId };
      return { ...unsigned, signature: signatureOf(unsigned) };
    },
    signCheckpoint(row) {
      const unsigned = { ...row, key: keyId };
      return { ...unsigned, signature: signatureOf(unsigned) };
    },
    signAudit(row) {
      const unsigned = { ...row, key: keyId };
      return { ...unsigned, signature: signatureOf(unsigned) };
    },
  };
}

/** Whether the row was signed by the key that it names and that is among `keys`. */
export function isSigned(row: SignedRow, keys: readonly LedgerPublicKey[]): boolean {
  const found = keys.find(({ keyId }) => keyId === row.key);
  if (found === undefined) return false;
  const signature = Buffer.from(row.signature, 'base64');
  // Base64 has spare bits: only the one way of writing a signature counts, so that no changed byte passes.
  if (signature.toString('base64') !== row.signature) return false;
  return verify(null, Buffer.from(writeRow(unsignedOf(row))), found.key, signature);
}

/** The root of a day: SHA-256 in hex of what was signed. */
export function dayRoot(row: DayRow): string {
  return sha256(Buffer.from(writeRow(unsignedOf(row))));
}

function unsignedOf({ signature: _signature, ...row }: SignedRow): Unsigned<SignedRow> {
  return row;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
