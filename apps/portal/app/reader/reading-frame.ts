import { createContext, useContext } from 'react';
import type { ConversationView, MessageView } from '../api/types.ts';
import type { ReadingAddress } from './reading-address.ts';
import type { ShownCall } from './fold-calls.ts';

/** What all messages of a page have in common. */
export interface ReadingFrame {
  readonly address: ReadingAddress;
  /** Words that were searched for, to mark. */
  readonly marks: readonly string[];
  /** Cuts dialogs now. */
  readonly gapMinutes: number;
  /** Of this page: a form that is sent twice freezes once. */
  readonly formKey: string;
  /** The message that was opened or jumped to, which is marked; null where none was. */
  readonly anchorId: string | null;
  /** The message whose own page this is; null where it is nobody's. */
  readonly openedId: string | null;
  readonly sideOf: (message: MessageView) => 'left' | 'right';
  /** Address of a message of the same conversation, by WeCom's msgid. */
  readonly hrefOf: (msgid: string) => string | null;
  readonly callAt: ReadonlyMap<string, ShownCall>;
  readonly conversations: ReadonlyMap<string, ConversationView>;
  /** What the reader may do with what is read; nothing on a frozen list. */
  readonly cites: boolean;
  readonly exports: boolean;
  readonly seesRaw: boolean;
  /** Asks for the note of a citation; the dialog is the one that holds the message. */
  readonly onCite: (messageId: string) => void;
}

const Context = createContext<ReadingFrame | null>(null);

export const ReadingFrameProvider = Context.Provider;

/** Throws outside of a page that reads. */
export function useReadingFrame(): ReadingFrame {
  const frame = useContext(Context);
  if (frame === null) throw new Error('No ReadingFrameProvider above');
  return frame;
}
