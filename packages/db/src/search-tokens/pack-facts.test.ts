import { DIRECTIONS, type MessageKind } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { audienceOf } from './audience-of.ts';
import { listFacts, packFacts, unpackFacts } from './pack-facts.ts';

const everything = listFacts({ kinds: [], directions: [], hasMedia: false })?.map(unpackFacts) ?? [];

describe('packed facts', () => {
  it('come out as they went in', () => {
    expect(everything.length).toBeGreaterThan(100);
    for (const facts of everything) expect(unpackFacts(packFacts(facts))).toEqual(facts);
    expect(unpackFacts(packFacts({ kind: 'file', direction: 'inbound', hasMedia: true }))).toEqual({
      kind: 'file',
      direction: 'inbound',
      hasMedia: true,
    });
  });

  it('keep the numbers that are stored', () => {
    expect(packFacts({ kind: 'unknown', direction: 'internal', hasMedia: false })).toBe(0);
    expect(packFacts({ kind: 'text', direction: 'inbound', hasMedia: false })).toBe(10);
    expect(packFacts({ kind: 'solitaire', direction: 'none', hasMedia: true })).toBe(279);
  });

  it('are listed for a filter, and not at all without one', () => {
    expect(listFacts({ kinds: [], directions: [], hasMedia: null })).toBeNull();
    const asked = { kinds: ['image', 'file'], directions: ['inbound'], hasMedia: null } as const;
    expect(listFacts(asked)?.map(unpackFacts)).toEqual(
      asked.kinds.flatMap((kind) => [false, true].map((hasMedia) => ({ kind, direction: 'inbound', hasMedia }))),
    );
    expect(new Set(everything.map(({ direction }) => direction))).toEqual(new Set(DIRECTIONS));
    expect(listFacts({ kinds: ['nothing' as MessageKind], directions: [], hasMedia: null })).toEqual([]);
  });
});

describe('the number of an audience', () => {
  it('is that of the people, whatever their order, and of the conversation', () => {
    const audience = audienceOf({ conversation: 5, people: [-7, 3, 900] });
    expect(audienceOf({ conversation: 5, people: [900, -7, 3] })).toBe(audience);
    expect(audienceOf({ conversation: 6, people: [900, -7, 3] })).not.toBe(audience);
    expect(audienceOf({ conversation: 5, people: [900, 3] })).not.toBe(audience);
  });

  it('differs among very many, and is a whole number that a double holds', () => {
    const numbers = Array.from({ length: 100_000 }, (_, at) =>
      audienceOf({ conversation: at % 50, people: [at, -at] }),
    );
    expect(new Set(numbers).size).toBe(100_000);
    expect(numbers.every((number) => Number.isSafeInteger(number) && number >= 0)).toBe(true);
  });
});
