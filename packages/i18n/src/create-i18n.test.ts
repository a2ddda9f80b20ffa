import { describe, expect, it } from 'vitest';
import { createI18n } from './create-i18n.ts';

const zh = createI18n('zh-CN');
const en = createI18n('en');
const at = Date.UTC(2026, 10, 22, 6, 32, 9);

describe('words', () => {
  it('come in the language asked for', () => {
    expect(zh.t('common.save')).toBe('保存');
    expect(en.t('common.save')).toBe('Save');
  });

  it('take values as they are, without escaping and without evaluating them', () => {
    expect(en.t('kinds.revoke.line', { name: '<b>$t(common.save) & {{x}}' })).toBe(
      '<b>$t(common.save) & {{x}} recalled a message',
    );
  });

  it('count in English', () => {
    expect(en.t('kinds.record.items', { count: 1 })).toBe('1 item');
    expect(en.t('kinds.record.items', { count: 3 })).toBe('3 items');
    expect(zh.t('kinds.record.items', { count: 1 })).toBe('1 条');
  });

  it('name the address that WeCom saw, and a dash when it said none', () => {
    expect(zh.fault('ip.untrusted', { ip: '203.0.113.9' }).cure).toContain('把 203.0.113.9 加进去');
    expect(en.fault('ip.untrusted').title).toBe('WeCom refused our address: it saw —');
  });
});

describe('formatters', () => {
  it('show moments in the zone given', () => {
    expect(zh.formatDateTime(at, 'Asia/Shanghai')).toBe('2026-11-22 14:32');
    expect(en.formatDateTime(at, 'America/New_York')).toBe('2026-11-22 01:32');
    expect(zh.formatDate(Date.UTC(2026, 10, 21, 16), 'Asia/Shanghai')).toBe('2026-11-22');
    expect(en.formatTime(Date.UTC(2026, 10, 21, 16), 'Asia/Shanghai')).toBe('00:00');
    expect(zh.formatDay(at, 'Asia/Shanghai')).toBe('2026-11-22 星期日');
    expect(en.formatDay(at, 'Asia/Shanghai')).toBe('2026-11-22 Sunday');
  });

  it('show durations without empty parts', () => {
    expect(zh.formatDuration(65)).toBe('1 分 5 秒');
    expect(en.formatDuration(3600)).toBe('1 h');
    expect(en.formatDuration(0)).toBe('0 s');
    expect(zh.formatDuration(7325)).toBe('2 小时 2 分 5 秒');
  });

  it('show sizes in steps of 1024', () => {
    expect(zh.formatBytes(812)).toBe('812 B');
    expect(zh.formatBytes('18181')).toBe('17.8 KB');
    expect(zh.formatBytes('524288')).toBe('512 KB');
    expect(zh.formatBytes(5368709120n)).toBe('5 GB');
    expect(zh.formatBytes(0)).toBe('0 B');
  });

  it('group thousands and keep every digit', () => {
    expect(en.formatCount(3218404)).toBe('3,218,404');
    expect(en.formatCount(18446744073709551615n)).toBe('18,446,744,073,709,551,615');
    expect(en.formatCount(12)).toBe('12');
  });

  it('show fen as yuan', () => {
    expect(zh.formatMoneyFen('3000')).toBe('¥30.00');
    expect(zh.formatMoneyFen(20)).toBe('¥0.20');
    expect(en.formatMoneyFen('123456789')).toBe('¥1,234,567.89');
  });
});
