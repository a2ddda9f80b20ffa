import type { CorpCredentials } from '@highwater/domain';

/** What the library answered: its return code and what it wrote. With any code but 0 the rest is empty. */
export interface HelperAnswer {
  /** The vendor's code (0, 10000 to 10011), or one of OWN_CODES when the helper refused to call the library. */
  readonly code: number;
  readonly bytes: Uint8Array;
  /** Media only: the index of the next shard, word for word. */
  readonly nextIndex: string;
  /** Media only. */
  readonly finished: boolean;
}

/** Where the library connects: the relay. Both are given to the library as its `proxy` and `passwd`. */
export interface HelperProxy {
  /** "http://127.0.0.1:port" */
  readonly address: string;
  /** "user:password" */
  readonly login: string;
}

/**
 * One helper process with one handle of one corp, to the holder alone; its calls run one after the other.
 * Calls reject with `helper.died` or `helper.timed_out`; the next call then has a new process.
 */
export interface HelperLease {
  /** GetChatData. `limit` 1 to 1,000 and `timeoutSeconds` above 0, else a RangeError. */
  chat(seq: bigint, limit: number, proxy: HelperProxy, timeoutSeconds: number): Promise<HelperAnswer>;
  /** GetMediaData: one shard; `index` is empty first, then the `nextIndex` of the answer before. */
  media(sdkfileid: string, index: string, proxy: HelperProxy, timeoutSeconds: number): Promise<HelperAnswer>;
  /** DecryptData. `encryptKey` is what RSA gave, trimmed. Whatever the library would abort on is OWN_CODES.tooShort. */
  decrypt(encryptKey: string, encryptMessage: string): Promise<HelperAnswer>;
  /** Gives it back; the process lives on for the next lease of this corp, 60 s at most. */
  end(): void;
  /** Kills it: the next lease has a new process and a new handle (changed credentials, a refused token). */
  discard(): void;
}

export interface HelperPool {
  /**
   * A helper of this corp, waiting for a free one where all are in use; who waits is served by turns between corps.
   * Throws `library.missing`, `library.refused`, `helper.died`, `helper.timed_out`, or `wecom.arguments` when the
   * library refuses the credentials' form.
   */
  lease(corp: CorpCredentials): Promise<HelperLease>;
  /** Ends all processes and removes the copy of the library; later leases are refused. */
  close(): Promise<void>;
  /** Processes that died, were killed for their time or were worn out, since the pool was made. */
  readonly restarts: number;
}

export interface HelperSettings {
  /** The compiled helper (`npm run build:helper`; `findHelper()` knows where). */
  readonly program: string;
  /** The vendor's library as the operator put it there. Read once, hashed, and loaded from a private copy. */
  readonly library: string;
  /** SHA-256 (hex) of libraries that the operator allows beside the known builds. */
  readonly pinnedHashes?: readonly string[];
  /** Where the private copy goes: a folder that allows execution. The system's folder for temporary files otherwise. */
  readonly folder?: string;
  /** Whom the helper becomes, where this process may change its user (root). */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** At most so many processes at once: 16. */
  readonly mostProcesses?: number;
  /** A process that nobody leases ends after this time: 60,000. */
  readonly idleMs?: number;
  /** A process is replaced after so many calls: 5,000. */
  readonly mostCalls?: number;
  /** A process is replaced when its memory grows beyond: 256 MiB. */
  readonly mostMemoryBytes?: number;
  /** What a call may take beyond twice its timeout (it may fetch a token first), and the start and a decryption in all: 5,000. */
  readonly graceMs?: number;
}

/** The helper's own codes, beside the vendor's: the library was not called. */
export const OWN_CODES = {
  /** DecryptData: shorter than any message can be; the library would abort the process. */
  tooShort: -1,
  /** A limit, timeout, empty proxy or text with a NUL that the library must not see. */
  refused: -2,
  /** The library gave more than a frame holds, or no memory was left for it. */
  tooLarge: -3,
  /** Init came twice, or a call before it. */
  order: -4,
} as const;
