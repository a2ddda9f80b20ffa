import {
  DIRECTIONS,
  MESSAGE_ACTIONS,
  type AccessClause,
  type MessageKind,
  type PersonKey,
  type RoomId,
  type UnixMs,
} from '@highwater/domain';
import fc from 'fast-check';
import type { Grant } from '../build-ability.ts';
import type { MessageFacts } from '../message-facts.ts';

/** Few of each, so that they meet; what looks like an operator is a person like others. */
export const PEOPLE = ['ann', 'ben', 'cat', 'wmX', 'wmY', '$in'].map((key) => key as PersonKey);
export const ROOMS = ['wrA', 'wrB', 'wrC'].map((room) => room as RoomId);
const KINDS: readonly MessageKind[] = ['text', 'image', 'file'];
/** Times from here to here: ends fall before, on and after messages. */
const [FIRST, LAST] = [-1, 9];

const time: fc.Arbitrary<UnixMs> = fc.integer({ min: FIRST, max: LAST });
const some = <Value>(values: readonly Value[], minLength: number) =>
  fc.subarray([...values], { minLength, maxLength: 3 });

/** Any dimensions together; a list is empty here and there, as no grant should be. */
const clause = (minLength: number): fc.Arbitrary<AccessClause> =>
  fc.record(
    {
      people: some(PEOPLE, minLength),
      with: some(PEOPLE, minLength),
      rooms: some(ROOMS, minLength),
      kinds: some(KINDS, minLength),
      directions: some(DIRECTIONS, minLength),
      from: time,
      until: time,
    },
    { requiredKeys: [] },
  );

/** As rights are made of. */
export const clauses = fc.array(clause(1), { minLength: 1, maxLength: 4 });

export const grants: fc.Arbitrary<Grant[]> = fc
  .array(
    fc.record({
      actions: fc.subarray([...MESSAGE_ACTIONS]),
      clauses: fc.array(fc.oneof({ weight: 6, arbitrary: clause(1) }, { weight: 1, arbitrary: clause(0) }), {
        maxLength: 4,
      }),
      expiresAt: fc.constantFrom(null, undefined, 4, 5, 6),
    }),
    { maxLength: 4 },
  )
  .map((list) => list.map(({ expiresAt, ...grant }) => (expiresAt === undefined ? grant : { ...grant, expiresAt })));

export const facts: fc.Arbitrary<MessageFacts> = fc.record({
  people: fc.subarray(PEOPLE, { maxLength: 4 }),
  sentAt: time,
  roomId: fc.constantFrom<RoomId | null>(null, ...ROOMS),
  kind: fc.constantFrom(...KINDS),
  direction: fc.constantFrom(...DIRECTIONS),
});
