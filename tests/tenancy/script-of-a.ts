import type { MadeUp } from './made-up.ts';
import type { Line } from './said.ts';

/** Stands in every message of both companies, so that a search for it finds all that the asker may see. */
export const COMMON_WORD = '对账单';

/** People, rooms and words of company A. Its limited viewer was granted `granted`; what is `hidden…` lies outside. */
export function writeScriptOfA(madeUp: MadeUp) {
  const people = {
    granted: madeUp.word('an.qing-'),
    colleague: madeUp.word('bao.lan-'),
    roommate: madeUp.word('cheng.yi-'),
    hiddenEmployee: madeUp.word('dong.mei-'),
    customer: `wm${madeUp.letters(30)}`,
    hiddenCustomer: `wm${madeUp.letters(30)}`,
    hiddenGuest: `wm${madeUp.letters(30)}`,
  };
  const rooms = { seen: `wr${madeUp.letters(30)}`, hidden: `wr${madeUp.letters(30)}` };
  const words = {
    seenPair: madeUp.word('青梅'),
    seenRoom: madeUp.word('荔枝'),
    seenFile: madeUp.word('杨桃'),
    seenFileName: madeUp.word('报价'),
    hiddenPair: madeUp.word('枇杷'),
    hiddenInRoom: madeUp.word('石榴'),
    hiddenRoom: madeUp.word('山竹'),
    hiddenFile: madeUp.word('莲雾'),
    hiddenFileName: madeUp.word('薪资'),
  };
  const { granted, colleague, roommate, hiddenEmployee, customer, hiddenCustomer, hiddenGuest } = people;
  const text = (word: string): string => `${COMMON_WORD} ${word}`;
  const lines = {
    seenPair: { from: customer, to: [granted], text: text(words.seenPair) },
    seenFile: {
      from: granted,
      to: [customer],
      text: '',
      file: { name: `${words.seenFileName}.txt`, content: text(words.seenFile) },
    },
    seenRoom: {
      from: colleague,
      to: [granted, roommate, customer],
      room: rooms.seen,
      text: text(words.seenRoom),
    },
    // The granted employee has left the room: what was said there since is not of the viewer's.
    hiddenInRoom: { from: colleague, to: [roommate, hiddenGuest], room: rooms.seen, text: text(words.hiddenInRoom) },
    hiddenRoom: { from: hiddenEmployee, to: [colleague], room: rooms.hidden, text: text(words.hiddenRoom) },
    hiddenPair: { from: hiddenCustomer, to: [colleague], text: text(words.hiddenPair) },
    hiddenFile: {
      from: colleague,
      to: [hiddenCustomer],
      text: '',
      file: { name: `${words.hiddenFileName}.txt`, content: text(words.hiddenFile) },
    },
    seenConsent: { from: customer, to: [granted], text: '', agrees: true },
    hiddenConsent: { from: hiddenCustomer, to: [colleague], text: '', agrees: true },
  } satisfies Record<string, Line>;
  return { people, rooms, words, lines };
}

export type ScriptOfA = ReturnType<typeof writeScriptOfA>;

/** Company B says little: enough that each of its own answers has something in it. */
export function writeScriptOfB(madeUp: MadeUp) {
  const people = { employee: madeUp.word('fang.hua-'), customer: `wm${madeUp.letters(30)}` };
  const rooms = { own: `wr${madeUp.letters(30)}` };
  const words = { pair: madeUp.word('柚子'), file: madeUp.word('椰子') };
  const { employee, customer } = people;
  const lines = {
    pair: { from: customer, to: [employee], text: `${COMMON_WORD} ${words.pair}` },
    room: { from: employee, to: [customer], room: rooms.own, text: COMMON_WORD },
    file: {
      from: employee,
      to: [customer],
      text: '',
      file: { name: '清单.txt', content: `${COMMON_WORD} ${words.file}` },
    },
  } satisfies Record<string, Line>;
  return { people, rooms, words, lines };
}

export type ScriptOfB = ReturnType<typeof writeScriptOfB>;
