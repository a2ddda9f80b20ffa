import type { PersonKey, RoomId, UnixMs } from './ids.ts';

/**
 * The canonical message: a pure function of the plaintext (`parse` in packages/wecom), computed on reading.
 * One member per kind of WeCom's reference plus `unknown`; every text that a person saw stands in it in full.
 * 64-bit numbers are decimal strings.
 */
export interface CanonicalMessage {
  /** WeCom's id, opaque; empty when the plaintext has none. */
  readonly msgid: string;
  readonly action: string;
  readonly from: PersonKey | null;
  /** Receivers as WeCom listed them, folded to keys, without repeats and without the sender. */
  readonly to: readonly PersonKey[];
  /** Userids as written, by key, where writing and key differ ("LinXiaoyu" for "linxiaoyu"). */
  readonly writtenAs: Readonly<Record<string, string>>;
  readonly roomId: RoomId | null;
  /** Null when the plaintext has no usable time; the row then carries the archive's time. */
  readonly sentAt: UnixMs | null;
  readonly body: MessageBody;
  /** Harmless deviations met while parsing ("msgtime.seconds", "body.other_key"), for the raw view and for counting. */
  readonly irregularities: readonly string[];
}

export type MessageKind = MessageBody['kind'];

/** Between employees, from outside, to outside; none where nobody can say. */
export const DIRECTIONS = ['internal', 'inbound', 'outbound', 'none'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A file of a message. `path` names its place in the plaintext and is stable ("image", "mixed.item[1]"). */
export interface MediaRef {
  readonly path: string;
  readonly mediaKind: 'image' | 'voice' | 'video' | 'emotion' | 'file' | 'call';
  /** Contains the file's content key: a credential, never shown, logged or answered. Null when WeCom gave none. */
  readonly sdkfileid: string | null;
  readonly fileName: string | null;
  readonly extension: string | null;
  /** Bytes as decimal string; null when absent or zero without md5. */
  readonly size: string | null;
  readonly md5: string | null;
  readonly seconds: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** An entry of a nested record, a mixed message or a note. */
export interface NestedItem {
  readonly sentAt: UnixMs | null;
  readonly fromRoom: boolean | null;
  /** WeCom's own type word ("ChatRecordText"), for the raw view. */
  readonly sourceType: string;
  readonly body: MessageBody;
}

export interface MeetingTimes {
  readonly startsAt: UnixMs | null;
  readonly endsAt: UnixMs | null;
}

export type MessageBody =
  | { readonly kind: 'text'; readonly text: string; readonly quote: QuotedText | null }
  | { readonly kind: 'image' | 'voice' | 'video' | 'file'; readonly media: MediaRef }
  | { readonly kind: 'emotion'; readonly media: MediaRef; readonly format: 'gif' | 'png' | 'other' }
  | {
      readonly kind: 'link';
      readonly title: string;
      readonly description: string;
      readonly url: string;
      readonly imageUrl: string;
    }
  | {
      readonly kind: 'weapp';
      readonly title: string;
      readonly description: string;
      readonly username: string;
      readonly displayName: string;
    }
  | { readonly kind: 'card'; readonly corpName: string; readonly person: PersonKey | null }
  | {
      readonly kind: 'location';
      readonly title: string;
      readonly address: string;
      readonly latitude: number | null;
      readonly longitude: number | null;
      readonly zoom: number | null;
    }
  | { readonly kind: 'chatrecord'; readonly title: string; readonly items: readonly NestedItem[] }
  | { readonly kind: 'mixed' | 'note'; readonly items: readonly NestedItem[] }
  | { readonly kind: 'revoke'; readonly preMsgid: string }
  | { readonly kind: 'agree' | 'disagree'; readonly person: PersonKey | null; readonly decidedAt: UnixMs | null }
  | { readonly kind: 'todo'; readonly title: string; readonly content: string }
  | {
      readonly kind: 'vote';
      readonly title: string;
      readonly options: readonly string[];
      readonly step: 'start' | 'join' | 'other';
      readonly voteId: string;
    }
  | {
      readonly kind: 'collect';
      readonly title: string;
      readonly roomName: string;
      readonly creator: string;
      readonly createdAt: string;
      readonly questions: readonly { readonly id: string; readonly question: string; readonly type: string }[];
    }
  | {
      readonly kind: 'redpacket' | 'external_redpacket';
      readonly packet: 'normal' | 'lucky' | 'incentive' | 'other';
      readonly wish: string;
      readonly count: string | null;
      /** Fen (1/100 yuan) as decimal string. */
      readonly amountFen: string | null;
    }
  | ({
      readonly kind: 'meeting';
      readonly topic: string;
      readonly address: string;
      readonly remarks: string;
      readonly step: 'invite' | 'reply' | 'other';
      readonly reply:
        | 'joined'
        | 'declined'
        | 'tentative'
        | 'not_invited'
        | 'cancelled'
        | 'expired'
        | 'not_in_room'
        | 'other'
        | null;
      readonly meetingId: string;
    } & MeetingTimes)
  | {
      readonly kind: 'meeting_notification';
      readonly content: string;
      readonly meetingId: string;
      readonly notice: 'joined' | 'ended' | 'other';
    }
  | { readonly kind: 'switch'; readonly person: PersonKey | null }
  | { readonly kind: 'docmsg'; readonly title: string; readonly url: string; readonly creator: PersonKey | null }
  | { readonly kind: 'markdown'; readonly content: string }
  | {
      readonly kind: 'news';
      readonly articles: readonly {
        readonly title: string;
        readonly description: string;
        readonly url: string;
        readonly imageUrl: string;
      }[];
    }
  | ({
      readonly kind: 'calendar';
      readonly title: string;
      readonly creator: string;
      readonly attendees: readonly string[];
      readonly place: string;
      readonly remarks: string;
    } & MeetingTimes)
  | {
      readonly kind: 'meeting_voice_call';
      readonly callId: string;
      readonly endsAt: UnixMs | null;
      readonly media: MediaRef | null;
      readonly shownFiles: readonly ({ readonly fileName: string; readonly person: PersonKey | null } & MeetingTimes)[];
      readonly sharedScreens: readonly ({ readonly person: PersonKey | null } & MeetingTimes)[];
    }
  | { readonly kind: 'voip_doc_share'; readonly callId: string; readonly media: MediaRef }
  | {
      readonly kind: 'sphfeed';
      readonly feed: 'image' | 'video' | 'live' | 'other';
      readonly name: string;
      readonly description: string;
    }
  | {
      readonly kind: 'voiptext';
      readonly seconds: number | null;
      readonly call: 'one_video' | 'one_voice' | 'group_video' | 'group_voice' | 'other';
    }
  | { readonly kind: 'qydiskfile'; readonly fileName: string }
  | {
      readonly kind: 'solitaire';
      readonly title: string;
      readonly content: string;
      readonly entries: readonly { readonly person: PersonKey | null; readonly content: string }[];
    }
  | {
      readonly kind: 'unknown';
      /** WeCom's type word, empty when absent. */
      readonly sourceType: string;
      readonly reason: 'type' | 'body' | 'people' | 'action' | 'not_json' | 'depth';
      /** The plaintext (or the nested part) as text, with sdkfileids masked; shown as it is. */
      readonly raw: string;
      /** The words and numbers found in `raw`, in order, for where markup would hide them; damaged JSON included. */
      readonly fields: readonly RawField[];
      /** Files that the unknown part names, so that they are fetched before WeCom drops them. */
      readonly media: readonly MediaRef[];
      /** Of `depth`: how many entries stand in `raw`; else 0. */
      readonly rest: number;
    };

/** A leaf of raw JSON: its key as WeCom wrote it (empty inside lists) and its value as text. */
export interface RawField {
  readonly name: string;
  readonly value: string;
}

/** A reply's quoted part, recognised by its layout only: never evidence of what the other side said. */
export interface QuotedText {
  readonly name: string;
  readonly quoted: string;
  readonly reply: string;
}
