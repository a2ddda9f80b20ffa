import type { Fault, FaultDetail, PersonKey, UnixMs } from '@highwater/domain';
import type { I18n } from '@highwater/i18n';
import { createContext, useContext } from 'react';

/** What is known about one file of the message. */
export interface MediaState {
  readonly state: 'stored' | 'pending' | 'absent';
  /** Why it is absent or still pending. */
  readonly fault?: Fault;
  readonly faultDetail?: FaultDetail;
  readonly contentType?: string;
  /** Real size of the stored file. */
  readonly bytes?: number;
  /** Of the stored bytes, in hex. */
  readonly sha256?: string;
  /** The bytes are not those that WeCom announced. */
  readonly md5Differed?: boolean;
  /** Of a file that is still to come: after this WeCom has it no more. */
  readonly expiresAt?: UnixMs;
  readonly copies?: MediaCopies;
  /** Why there is no copy of a type that has one, or not yet. */
  readonly copyFault?: Fault;
}

export interface PictureCopy {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** What was made of a file; addresses on our own origin. */
export interface MediaCopies {
  /** `peaks`: 0 to 100, evenly over the whole. */
  readonly audio: { readonly url: string; readonly seconds: number; readonly peaks: readonly number[] } | null;
  readonly thumbnail: PictureCopy | null;
  readonly poster: PictureCopy | null;
  readonly text: { readonly url: string } | null;
}

/** Everything a message needs from outside to be drawn. Functions must answer at once: nothing is fetched. */
export interface MessageContext {
  readonly i18n: I18n;
  /** IANA zone in which times are shown. */
  readonly zone: string;
  /** Address on our own origin that answers the file's bytes; null while there is none. By `MediaRef.path`. */
  readonly mediaUrl: (path: string) => string | null;
  readonly mediaState: (path: string) => MediaState | null;
  /** Name of that day; null shows the id as WeCom wrote it. */
  readonly personName: (key: PersonKey) => string | null;
  /** What somebody is called today, where that is known; shown on hover where it differs from the name of that day. */
  readonly personToday?: (key: PersonKey) => string | null;
  /** When this message was recalled. */
  readonly recalledAt?: UnixMs | null;
  /** Address of another message by WeCom's msgid (for the recall line); null when it is not in the archive. */
  readonly messageHref?: (msgid: string) => string | null;
  /** Of a text in the layout of a reply: the earlier message that it seems to quote. Null where nobody looked. */
  readonly quoted?: { readonly href: string; readonly sentAt: UnixMs } | 'unmatched' | null;
  /** Words to mark; whatever matches after folding (compatibility forms, case). */
  readonly highlight?: readonly string[];
  /** Folds one code point for highlighting; give the search's normaliser to mark exactly what it matches. */
  readonly foldCharacter?: (character: string) => string;
}

export interface Drawing extends MessageContext {
  /** The id as written, for people without a known name. */
  readonly nameOf: (key: PersonKey | null) => string;
  readonly sender: PersonKey | null;
}

const Context = createContext<Drawing | null>(null);

export const DrawingProvider = Context.Provider;

/** The context of the message being drawn; throws outside of MessageView. */
export function useDrawing(): Drawing {
  const drawing = useContext(Context);
  if (drawing === null) throw new Error('drawn outside of MessageView');
  return drawing;
}
