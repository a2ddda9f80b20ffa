import type { CallbackTarget } from '../callback/send-callback.ts';
import type { DirectoryChange } from '../directory/entries.ts';
import type { UnixMs } from '@highwater/domain';
import type { Recipe } from '../media/render-recipe.ts';
import type { ContactsKind } from './secrets.ts';

/** Whether the archive feature is switched on for the corp. `expired` keeps archiving and refuses to hand out. */
export const ARCHIVE_STATES = ['opened', 'not_opened', 'expired'] as const;
export type ArchiveState = (typeof ARCHIVE_STATES)[number];

export interface CorpFounded {
  readonly e: 'corp';
  /** `ww` and 16 hex characters. */
  readonly corpId: string;
  /** 43 characters. */
  readonly archiveSecret: string;
  readonly name: string;
  readonly talking: boolean;
  /** The first message gets a seq above this; decimal. */
  readonly startSeq: string;
  /** Seed of the envelopes' randomness and of the holes in seq. */
  readonly sealSeed: string;
}

export interface MessageArchived {
  readonly e: 'message';
  readonly seq: string;
  readonly msgid: string;
  readonly version: number;
  /** When it reached the archive, by the clock: the five days count from here. */
  readonly at: UnixMs;
  /** The plaintext, as text where it is UTF-8, else as base64. */
  readonly text?: string;
  readonly base64?: string;
}

export interface MediaRegistered {
  readonly e: 'media';
  readonly fileId: string;
  readonly authKey: string;
  readonly aesKey: string;
  readonly at: UnixMs;
  /** `stored` bytes lie beside the journal; `gone` answers as expired. */
  readonly recipe: Recipe | 'stored' | 'gone';
}

/** One line of a corp's journal. The corp's state is what these add up to. */
export type CorpEvent =
  | CorpFounded
  | MessageArchived
  | MediaRegistered
  | { readonly e: 'ips'; readonly ips: readonly string[] }
  | { readonly e: 'app_ips'; readonly ips: readonly string[] }
  | { readonly e: 'contacts_kind'; readonly kind: ContactsKind }
  | { readonly e: 'directory'; readonly change: DirectoryChange }
  | { readonly e: 'key'; readonly version: number; readonly pem: string; readonly at: UnixMs }
  | { readonly e: 'archive'; readonly state: ArchiveState }
  | { readonly e: 'talking'; readonly on: boolean }
  | ({ readonly e: 'callback' } & CallbackTarget);
