import { createI18n } from '@highwater/i18n';
import { expect, it } from 'vitest';
import type { ExportView } from '../api/export-types.ts';
import type { Words } from '../words/words-context.tsx';
import { askAgainHref } from './ask-again.ts';
import { selectionWords } from './selection-words.ts';

const zone = 'Asia/Shanghai';
const words: Words = { ...createI18n('zh-CN'), zone, when: String };
const NOTHING: ExportView['selection'] = {
  people: [],
  roomId: null,
  conversationId: null,
  dialogId: null,
  kinds: [],
  directions: [],
  hasMedia: null,
  isRecalled: null,
  isUnanswered: false,
  from: null,
  until: null,
  hasWords: false,
  words: null,
};
const NAMES = { people: [], rooms: [{ roomId: 'wr1', name: '水果群' }] };

function say(selection: Partial<ExportView['selection']>, mine = true): string {
  const view = { selection: { ...NOTHING, ...selection }, requestedBy: { memberId: '1', name: '王芳' }, mine };
  return selectionWords(view as ExportView, NAMES, words);
}

it('says what was searched to who searched it, and to others whose search it was', () => {
  expect(say({ hasWords: true, words: '报价 OR 合同' })).toBe('含“报价 OR 合同”');
  expect(say({ hasWords: true }, false)).toBe('含 王芳 搜索的文字');
});

it('tells selections apart by people, room, kind of message and days', () => {
  expect(say({})).toBe('全部消息');
  expect(say({ people: ['wm9'], roomId: 'wr1' })).toBe('人员 wm9 · 群聊 水果群');
  const days = { from: Date.UTC(2026, 10, 20, 16), until: Date.UTC(2026, 10, 22, 16) };
  expect(say({ hasMedia: true, directions: ['inbound'], ...days })).toMatch(/· .*带.* · .*2026.*21 – .*22/);
});

it('asks again for the same, the days as a form has them', () => {
  const selection = {
    ...NOTHING,
    words: '报价',
    people: ['wm1', 'wm2'],
    hasMedia: false,
    from: Date.UTC(2026, 10, 20, 16),
    until: Date.UTC(2026, 10, 22, 16),
  } as ExportView['selection'];
  const { pathname, searchParams } = new URL(askAgainHref(selection, zone), 'https://archive.example');
  expect(pathname).toBe('/exports/new');
  expect([...searchParams]).toEqual([
    ['q', '报价'],
    ['person', 'wm1'],
    ['person', 'wm2'],
    ['media', 'false'],
    ['from', '2026-11-21'],
    ['until', '2026-11-22'],
  ]);
});
