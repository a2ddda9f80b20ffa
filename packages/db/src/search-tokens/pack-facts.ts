import { DIRECTIONS, type Direction, type MessageKind } from '@highwater/domain';
import type { SearchFacts } from './search-row.ts';

/** Numbers are stored: only ever add to the end. */
const NUMBERS: Readonly<Record<MessageKind, number>> = {
  unknown: 0,
  text: 1,
  image: 2,
  voice: 3,
  video: 4,
  file: 5,
  emotion: 6,
  link: 7,
  weapp: 8,
  card: 9,
  location: 10,
  chatrecord: 11,
  mixed: 12,
  note: 13,
  revoke: 14,
  agree: 15,
  disagree: 16,
  todo: 17,
  vote: 18,
  collect: 19,
  redpacket: 20,
  external_redpacket: 21,
  meeting: 22,
  meeting_notification: 23,
  switch: 24,
  docmsg: 25,
  markdown: 26,
  news: 27,
  calendar: 28,
  meeting_voice_call: 29,
  voip_doc_share: 30,
  sphfeed: 31,
  voiptext: 32,
  qydiskfile: 33,
  solitaire: 34,
};
const KINDS = Object.keys(NUMBERS) as MessageKind[];
const PER_DIRECTION = 2;
const PER_KIND = DIRECTIONS.length * PER_DIRECTION;

export type Facts = Pick<SearchFacts, 'kind' | 'direction' | 'hasMedia'>;

/** Kind, direction and whether there are files as one number: what is counted together takes one column. */
export function packFacts({ kind, direction, hasMedia }: Facts): number {
  return NUMBERS[kind] * PER_KIND + DIRECTIONS.indexOf(direction) * PER_DIRECTION + (hasMedia ? 1 : 0);
}

export function unpackFacts(packed: number): Facts {
  const rest = packed % PER_KIND;
  return {
    kind: KINDS[Math.floor(packed / PER_KIND)] ?? 'unknown',
    direction: DIRECTIONS[Math.floor(rest / PER_DIRECTION)] ?? 'none',
    hasMedia: rest % PER_DIRECTION === 1,
  };
}

/** Every number under which a message of these kinds and directions may stand; empty lists leave it open. Null for all. */
export function listFacts(asked: {
  readonly kinds: readonly MessageKind[];
  readonly directions: readonly Direction[];
  readonly hasMedia: boolean | null;
}): readonly number[] | null {
  const { kinds, directions, hasMedia } = asked;
  if (kinds.length === 0 && directions.length === 0 && hasMedia === null) return null;
  // A kind that nobody knows has no message.
  const known = kinds.filter((kind) => Object.hasOwn(NUMBERS, kind));
  return (kinds.length === 0 ? KINDS : known).flatMap((kind) =>
    (directions.length === 0 ? DIRECTIONS : directions).flatMap((direction) =>
      (hasMedia === null ? [false, true] : [hasMedia]).map((media) => packFacts({ kind, direction, hasMedia: media })),
    ),
  );
}
