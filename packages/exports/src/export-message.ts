import type {
  CanonicalMessage,
  ConversationId,
  Fault,
  MediaId,
  MediaRef,
  MessageId,
  PersonKey,
  RoomId,
  Seq,
  UnixMs,
} from '@highwater/domain';

/** Why a file is not in the package: what the archive recorded, or that the selection left files out. */
export type AbsenceReason = Fault | 'media.not_selected';

interface ExportMediaBase {
  readonly mediaId: MediaId;
  /** Its place in the message ("image", "mixed.item[1]"). */
  readonly place: string;
  readonly mediaKind: MediaRef['mediaKind'];
  /** As people saw it; may be hostile. */
  readonly fileName: string | null;
  /** As WeCom wrote it, with or without a dot; may be hostile. */
  readonly extension: string | null;
  /** Bytes; of an absent file what WeCom announced, when it did. */
  readonly bytes: number | null;
}

/** A file of a message: stored in the archive under the SHA-256 (hex) of its content, or absent for a reason. */
export type ExportMedia =
  | (ExportMediaBase & { readonly state: 'stored'; readonly sha256: string })
  | (ExportMediaBase & { readonly state: 'absent'; readonly reason: AbsenceReason });

export interface ExportMessage {
  readonly messageId: MessageId;
  readonly seq: Seq;
  readonly sentAt: UnixMs;
  /** False when WeCom gave no usable time and `sentAt` is the archive's. */
  readonly sentAtKnown: boolean;
  readonly archivedAt: UnixMs;
  readonly direction: 'internal' | 'inbound' | 'outbound' | 'none';
  readonly recalledAt: UnixMs | null;
  /** What the sender was called then, or what stands for who has no name; null without a sender. */
  readonly senderName: string | null;
  /** What people of the message were called then, by key, where that differs from their name in the list of people. */
  readonly names: Readonly<Record<string, string>>;
  /** What the room was called then; null where no name is known. */
  readonly roomName: string | null;
  readonly message: CanonicalMessage;
  /** The exact plaintext; sdkfileids in it are masked before anything is written. */
  readonly plaintext: string;
  readonly media: readonly ExportMedia[];
}

export interface ExportConversation {
  readonly conversationId: ConversationId;
  readonly kind: 'room' | 'pair' | 'group' | 'self';
  /** As people know it: the room's name, or names joined by a hyphen ("王芳-张总"). */
  readonly name: string;
  readonly roomId: RoomId | null;
  /** Everybody in it whom the asker may see. */
  readonly people: readonly PersonKey[];
}

export interface ConversationExport {
  readonly conversation: ExportConversation;
  /** Oldest first by `sentAt`; read once, while the package is written. */
  readonly messages: AsyncIterable<ExportMessage>;
}

export interface ExportPerson {
  readonly key: PersonKey;
  readonly writtenAs: string;
  readonly kind: 'employee' | 'external_contact' | 'robot';
  /** As of the last look before the package was made. */
  readonly name: string | null;
  /** Stands for an external contact without a name: "外部联系人 7F3A". */
  readonly label: string | null;
  /** Names that were seen, oldest first; between two looks nobody knows. */
  readonly names: readonly {
    readonly name: string;
    readonly seenFrom: UnixMs;
    readonly seenUntil: UnixMs;
    /** The look or event that found another. */
    readonly endedBy: UnixMs | null;
  }[];
}
