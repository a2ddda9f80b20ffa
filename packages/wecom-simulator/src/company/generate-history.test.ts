import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createReadyCorp, createTestClock, DAY_MS } from '../testing/call-simulator.ts';
import { generateHistory } from './generate-history.ts';
import { createRandom } from './random.ts';
import { linesFromCorpus } from './read-corpus.ts';
import { spreadTimes } from './spread-times.ts';
import { createTalker, startTalking } from './start-talking.ts';

afterEach(() => void vi.useRealTimers());

const readAll = (corp: ReturnType<typeof createReadyCorp>['corp']) =>
  corp.listAfter(0n, 100_000).map((message) => JSON.parse(Buffer.from(message.plaintext).toString()));

describe('generateHistory', () => {
  it('archives exactly as many messages as asked, in order of time, all of them still kept', async () => {
    const { corp } = createReadyCorp();
    const until = corp.clock.now();
    const from = until - 90 * DAY_MS;
    const history = await generateHistory({ corp, messages: 5003, from, until, seed: 's' });
    expect(history.seqs).toHaveLength(5003);
    expect(history.seqs).toEqual(corp.seqs);
    const times = readAll(corp).map((message) => message.msgtime);
    expect(times).toHaveLength(5003);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(from);
    expect(times.at(-1)).toBeLessThanOrEqual(until);
    expect(times.at(-1) - times[0]).toBeGreaterThan(80 * DAY_MS);
  });

  it('lets those who are gone speak in the first third only', async () => {
    const { corp } = createReadyCorp();
    const until = corp.clock.now();
    const from = until - 30 * DAY_MS;
    await generateHistory({ corp, messages: 4000, from, until, seed: 'former' });
    const times = (id: string): number[] =>
      readAll(corp)
        .filter((message) => message.from === id || message.tolist.includes(id))
        .map((message) => message.msgtime);
    for (const id of ['TangWei', 'GaoLei']) {
      expect(times(id).length).toBeGreaterThan(20);
      // A scene that began before they left is played to its end.
      expect(Math.max(...times(id))).toBeLessThan(from + 11 * DAY_MS);
    }
    expect(Math.max(...times('ZhaoKai'))).toBeGreaterThan(from + 29 * DAY_MS);
  });

  it('gives the same texts for the same seed', async () => {
    const talk = async (seed: string) => {
      const { corp } = createReadyCorp();
      await generateHistory({ corp, messages: 200, from: 0, until: DAY_MS, seed });
      return readAll(corp).map((message) => message.text?.content);
    };
    const [one, same, other] = [await talk('a'), await talk('a'), await talk('b')];
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it('says the given texts in turn', async () => {
    const { corp } = createReadyCorp();
    const texts = ['第一句', 'second', '第三句'];
    await generateHistory({ corp, messages: 60, from: 0, until: DAY_MS, seed: 'a', texts });
    const said = readAll(corp)
      .filter((message) => message.msgtype === 'text')
      .map((message) => message.text.content);
    const own = said.filter((text) => texts.includes(text));
    expect(own.length).toBeGreaterThan(30);
    expect(own).toEqual(own.map((_, at) => texts[at % 3]));
  });

  it('archives nothing without a public key', async () => {
    const { simulator } = createReadyCorp();
    const corp = simulator.corps.add({});
    expect(await generateHistory({ corp, messages: 50, from: 0, until: 1000 })).toEqual({ seqs: [] });
  });
});

describe('spreadTimes', () => {
  it('keeps each dialog in order and leaves the nights out of long stretches', () => {
    const range = { from: Date.UTC(2026, 0, 1), until: Date.UTC(2026, 2, 1) };
    const turns = spreadTimes(
      Array.from({ length: 400 }, () => 8),
      range,
      createRandom('t'),
    );
    expect(turns).toHaveLength(3200);
    const late = turns.filter((turn) => {
      const hour = new Date(turn.at + 8 * 3_600_000).getUTCHours();
      return hour < 7 || hour > 22;
    });
    expect(late.length).toBeLessThan(10);
    expect(turns.every((turn) => turn.at >= range.from && turn.at <= range.until)).toBe(true);
  });
});

describe('talking', () => {
  it('adds a line at a time, dated by the clock', () => {
    const clock = createTestClock();
    const { corp } = createReadyCorp(clock);
    const talk = createTalker(corp);
    for (let turn = 0; turn < 100; turn += 1) {
      clock.advance(1000);
      talk();
    }
    const messages = readAll(corp);
    expect(messages.length).toBeGreaterThan(80);
    expect(messages.at(-1).msgtime).toBeGreaterThan(messages[0].msgtime + 60_000);
    expect(new Set(messages.map((message) => message.msgid)).size).toBe(messages.length);
  });

  it('goes on by itself while the corp is set to talking, until it is stopped', () => {
    vi.useFakeTimers();
    const { corp } = createReadyCorp();
    const talk = startTalking(corp, { everyMs: 1000 });
    vi.advanceTimersByTime(5000);
    expect(corp.seqs).toHaveLength(0);
    corp.setTalking(true);
    vi.advanceTimersByTime(5000);
    const said = corp.seqs.length;
    expect(said).toBe(5);
    talk.stop();
    vi.advanceTimersByTime(5000);
    expect(corp.seqs).toHaveLength(said);
  });
});

describe('linesFromCorpus', () => {
  it('yields the text of every turn and passes over other lines', async () => {
    const lines = [
      '{"dialog": "a-1", "turns": [["usr", "你好"], ["sys", "您好,请讲"]]}',
      'no JSON',
      '{"dialog": "a-2", "turns": [["usr", "bye"], ["sys", ""], 5]}',
    ];
    const texts: string[] = [];
    for await (const text of linesFromCorpus(Readable.from(lines))) texts.push(text);
    expect(texts).toEqual(['你好', '您好,请讲', 'bye']);
  });
});
