import { createI18n } from '@highwater/i18n';
import { expect, test } from 'vitest';
import { untoldWord } from './room-words.ts';

test('a room that no look brought claims nothing of its owner, notice or members', () => {
  const zh = createI18n('zh-CN');
  expect(untoldWord({ roomKind: null, state: 'not_customer_room' }, zh)).toBe('企业微信没有给出');
  expect(untoldWord({ roomKind: null, state: 'pending' }, zh)).toBe('还没有查到');
  expect(untoldWord({ roomKind: 'customer', state: 'gone' }, zh)).toBeUndefined();
});
