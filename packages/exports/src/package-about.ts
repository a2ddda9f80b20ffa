import type { Language, Seq, UnixMs } from '@highwater/domain';
import type { DialogAbout } from './dialog-about.ts';

/** The same sentence in both languages. */
export type BothLanguages = Readonly<Record<Language, string>>;

/** What the archive can say of one connection at the time of the export; never more than it knows. */
export interface LedgerStatement {
  readonly corpId: string;
  /** Everything WeCom returned up to this number… */
  readonly seq: Seq;
  /** …was stored at this time. */
  readonly at: UnixMs;
  /** Envelopes that no key held can open. */
  readonly sealed: number;
  /** Numbers up to `seq` that WeCom did not return. */
  readonly unseen: number;
}

/** What stands on the package's cover. */
export interface PackageAbout {
  readonly tenantName: string;
  readonly createdAt: UnixMs;
  /** IANA name of the tenant's zone; local times and the borders of months are in it. */
  readonly timeZone: string;
  /** Of the folder names; the documents are always in both. */
  readonly language: Language;
  /** Who asked, as that person is known to the reader. */
  readonly requestedBy: string;
  readonly selection: {
    /** Inclusive. */
    readonly from: UnixMs | null;
    /** Exclusive. */
    readonly until: UnixMs | null;
    /** The filter in words. */
    readonly filter: BothLanguages;
    /** What the asker's role leaves out, in words; null when it sees everything. */
    readonly access: BothLanguages | null;
    readonly includesMedia: boolean;
  };
  /** Where only one frozen dialog was asked for. */
  readonly dialog: DialogAbout | null;
  readonly ledger: readonly LedgerStatement[];
}
