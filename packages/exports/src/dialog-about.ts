import type { ConversationId, DialogId, RoomId, UnixMs } from '@highwater/domain';
import type { BothLanguages } from './package-about.ts';

/** The dialog whose frozen list a package was made of, as far as the asker may know of it. */
export interface DialogAbout {
  readonly dialogId: DialogId;
  readonly reason: 'cited' | 'exported' | 'held';
  readonly conversation: {
    readonly conversationId: ConversationId;
    readonly kind: 'room' | 'pair' | 'group' | 'self';
    readonly roomId: RoomId | null;
    /** What the room or its people were called when the dialog ended, each with its id. */
    readonly name: BothLanguages;
  };
  /** Of the first and last message on the list that the asker sees. */
  readonly firstAt: UnixMs;
  readonly lastAt: UnixMs;
  /** The silence that ends a dialog. */
  readonly gapMinutes: number;
  readonly frozenAt: UnixMs;
  /** Null where the asker is not told who else is a member. */
  readonly frozenBy: string | null;
  /** On the frozen list, whoever may see them. */
  readonly messages: number;
  /** Of those, what the asker's role does not see; they are not in the package. */
  readonly hidden: number;
  /** The dialog went on beyond what one list holds. */
  readonly isCut: boolean;
}
