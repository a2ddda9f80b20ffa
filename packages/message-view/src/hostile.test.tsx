import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calmText } from './calm-text.ts';
import { drawHostile } from './testing/draw-hostile.tsx';
import {
  countFields,
  crowdedBodies,
  deepRecord,
  HOSTILE_TEXTS,
  oneOfEachKind,
  withTextEverywhere,
} from './testing/hostile-cases.ts';
import { textOfMarkup } from './testing/text-of-markup.ts';

const messages = oneOfEachKind();
const first = messages[0];
if (first === undefined) throw new Error('no sample');

/** Names of all elements, and of all attributes with their values. */
function partsOf(markup: string) {
  const tags = [...markup.matchAll(/<([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>/g)];
  return {
    elements: new Set(tags.map(([, name = '']) => name)),
    attributes: tags.flatMap(([, , rest = '']) =>
      [...rest.matchAll(/([^\s="/]+)="([^"]*)"/g)].map(([, name = '', value = '']) => ({ name, value })),
    ),
  };
}

function expectHarmless(markup: string): void {
  const { elements, attributes } = partsOf(markup);
  for (const element of ['script', 'iframe', 'style', 'base', 'object', 'embed', 'link', 'meta', 'form', 'textarea'])
    expect(elements).not.toContain(element);
  for (const { name, value } of attributes) {
    expect(name).not.toMatch(/^(?:on|style$|srcdoc$|formaction$|ping$|srcset$)/i);
    if (name === 'src' || name === 'poster') expect(value).toMatch(/^\/media\//);
    if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|\/media\/)/i);
  }
}

/** Of this thread's own time, the quickest of up to six: what the work costs, not what the machine did beside it. */
function milliseconds(limit: number, work: () => void): number {
  let quickest = Infinity;
  for (let run = 0; run < 6 && quickest >= limit; run += 1) {
    const begun = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(begun);
    quickest = Math.min(quickest, (user + system) / 1000);
  }
  return quickest;
}

describe.each(Object.entries(HOSTILE_TEXTS))('%s in every field', (name, text) => {
  it('is drawn as text and nothing else, by every kind', () => {
    const enough = text.slice(0, 60_000);
    for (const message of messages) expectHarmless(drawHostile(withTextEverywhere(message, enough), enough));
  });

  it('stays readable in a text to its last character', () => {
    const markup = drawHostile({ ...first, body: { kind: 'text', text, quote: null } }, '');
    const shown = textOfMarkup(markup);
    const wanted = calmText(text).replace(/\r\n?/g, '\n');
    if (name === 'lines') expect(shown).toContain('Empty message');
    else expect(shown.replaceAll('\n', '')).toContain(wanted.replaceAll('\n', ''));
  });

  it('costs the server less than 100 ms in any kind, a megabyte in all', () => {
    for (const message of messages) {
      const hostile = withTextEverywhere(message, text.slice(0, Math.ceil(text.length / countFields(message))));
      expect(
        milliseconds(100, () => drawHostile(hostile, text)),
        message.body.kind,
      ).toBeLessThan(100);
    }
  });
});

it('of a tower of marks six are left, and what languages stack is left alone', () => {
  expect(calmText(`a${'\u0301'.repeat(50)}b`)).toBe(`a${'\u0301'.repeat(6)}b`);
  for (const text of ['Việt Nam', 'กี่', 'שָׁלוֹם', '👩‍👩‍👧']) expect(calmText(text)).toBe(text);
});

describe('a huge record', () => {
  it('eight levels deep is drawn whole, each level inside the one before', () => {
    const markup = drawHostile({ ...first, body: deepRecord(8, 3, 'level') }, '');
    expect(markup.match(/data-kind="chatrecord"/g)).toHaveLength(8);
    expectHarmless(markup);
  });

  it('of ten thousand entries keeps its neighbours in sight: twenty stand open', () => {
    for (const body of crowdedBodies('<b>entry</b>')) {
      const markup = drawHostile({ ...first, body }, '');
      expectHarmless(markup);
      const open = markup.replace(/<details.*<\/details>/s, '');
      expect(open.match(/<li/g)?.length ?? 0, body.kind).toBeLessThanOrEqual(20);
      expect(milliseconds(250, () => drawHostile({ ...first, body }, ''))).toBeLessThan(250);
    }
  });
});

it('any text at all in any field is drawn harmlessly', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...messages), (text, message) => {
      expectHarmless(drawHostile(withTextEverywhere(message, text), text));
    }),
    { numRuns: 150 },
  );
});

it('a searched word in a megabyte is marked where people read, and the rest stays quick', () => {
  const text = HOSTILE_TEXTS['megabyte'] ?? '';
  const message = { ...first, body: { kind: 'text', text, quote: null } as const };
  expect(milliseconds(100, () => drawHostile(message, '没有人'))).toBeLessThan(100);
});
