import type { ConnectionId, Fault, FindingId } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { viewFinding } from './view-finding.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 28, 12);
const connectionId = '00000000-0000-4000-8000-000000000001' as ConnectionId;
const findingId = '00000000-0000-4000-8000-000000000002' as FindingId;

function told(fault: Fault, answeredDaysAgo: number, changes: object = {}) {
  const lastAnswerAt = NOW - answeredDaysAgo * DAY;
  const subject = `connection:${connectionId}`;
  const row = { findingId, fault, subject, detail: {}, count: 1, since: lastAnswerAt, lastAt: NOW, resolvedAt: null };
  const connections = [{ connectionId, lastAnswerAt, createdAt: 0 }];
  return (['zh-CN', 'en'] as const).map((language) => {
    const view = viewFinding({ ...row, ...changes }, { language, zone: 'Asia/Shanghai', now: NOW, connections });
    return `${view.title} ${view.cure} ${view.means}`;
  });
}

describe('a finding of a connection that gets no answer', () => {
  it('promises what is still with WeCom before the five days are over', () => {
    const [zh, en] = told('wecom.unreachable', 4.9);
    expect(zh).toContain('恢复后会自动补齐；企业微信只保留最近 5 天');
    expect(en).toContain('still with WeCom');
  });

  it.each(['wecom.unreachable', 'secret.wrong', 'database.full', 'messages.none', 'archive.expired'] as const)(
    '%s says which part may be lost after them, and promises that of none',
    (fault) => {
      const [zh, en] = told(fault, 6);
      expect(zh).toContain('2026-11-22 20:00 至 2026-11-23 20:00 的消息可能已经丢失');
      expect(en).toContain('from 2026-11-22 20:00 to 2026-11-23 20:00 may be lost');
      expect(zh).not.toMatch(/不会漏掉|一条也没有丢|最多还能补/);
      expect(en).not.toMatch(/no message is (lost|skipped)|nothing is lost/);
    },
  );

  it('names the interval of a passed window, which ends five days before the answer that ended it', () => {
    const detail = { since: NOW - 6 * DAY };
    const [zh] = told('archive.window_passed', 6, { detail });
    expect(zh).toContain('2026-11-22 20:00 至 2026-11-23 20:00 的消息可能已经丢失');
    const [later] = told('archive.window_passed', 0, { detail, resolvedAt: NOW - DAY / 2 });
    expect(later).toContain('2026-11-22 20:00 至 2026-11-23 08:00 的消息可能已经丢失');
  });

  it('says nothing of it for what is stored already', () => {
    const [zh] = told('key.missing', 6);
    expect(zh).toContain('一条也没有丢');
  });
});
