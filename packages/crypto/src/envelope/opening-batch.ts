import type { Fault } from '@highwater/domain';

/** A private key (PEM, PKCS#1 or PKCS#8) of one `publickey_ver`. */
export interface OpeningKey {
  readonly version: number;
  readonly privateKeyPem: string;
}

export interface OpeningItem {
  readonly publickeyVer: number;
  readonly encryptRandomKey: string;
  readonly encryptChatMsg: string;
}

export interface OpeningBatch {
  /** Several keys of one version are tried in order: a connection may hold one that was pasted wrongly. */
  readonly keys: readonly OpeningKey[];
  readonly items: readonly OpeningItem[];
}

/** What became of one item. Faults: `key.missing`, `key.wrong` or `envelope.unreadable`. */
export type OpenedItem =
  | { readonly opened: true; readonly plaintext: Uint8Array }
  | { readonly opened: false; readonly fault: Fault };

export interface OpeningPool {
  /** Results in the order of the items; one bad item never fails the others. Rejects only when a thread dies twice. */
  open(batch: OpeningBatch): Promise<OpenedItem[]>;
  /** Ends the threads. Batches under way are rejected. */
  close(): Promise<void>;
}
