import { LANGUAGES } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { auditBreakMail } from './audit-break-mail.ts';
import { exportReadyMail } from './export-ready-mail.ts';
import { invitationMail } from './invitation-mail.ts';
import { morningMail } from './morning-mail.ts';

const link = 'https://archive.example/open?token=abc&x=1';
const timeZone = 'Asia/Shanghai';
const expiresAt = Date.UTC(2026, 10, 29, 1);
const hostile = '<script>alert(1)</script>"\'&\r\nBcc: thief@example.com';
const counts = { messages: 1_204, conversations: 37, mediaMissing: 2, sealed: 0, findingsOpen: 1 };
const checkpoints = [{ at: Date.UTC(2026, 10, 21, 23, 55), pages: 120, head: 'ab'.repeat(32) }];
const about = { timeZone, expiresAt, link, counts, companyName: '青禾果业' };
const morning = { ...about, checkpoints, day: Date.UTC(2026, 10, 21, 17) };

describe('the morning mail', () => {
  it('says the day in the tenant zone, the numbers, the link, its end and that it needs a sign-in', () => {
    const mail = morningMail({ ...morning, language: 'zh-CN' });
    expect(mail.subject).toBe('青禾果业：2026-11-22 会话存档日报');
    expect(mail.text).toContain('2026-11-22 星期日');
    expect(mail.text).toContain('消息: 1,204\n会话: 37\n▲ 缺少的文件: 2\n待解密的消息: 0\n▲ 待处理的问题: 1');
    expect(mail.text).toContain(`打开导出包:\n${link}\n`);
    expect(mail.text).toContain('2026-11-29 09:00（Asia/Shanghai）之前有效');
    expect(mail.text).toContain('需要登录');
    expect(mail.text).toContain(`账本检查点（2026-11-22 07:55）：120:${'ab'.repeat(32)}`);
    expect(mail.html).toContain(`href="${link.replace('&', '&amp;')}"`);
    expect(mail.html).toContain('<html lang="zh-CN">');
  });

  it('says nothing of the ledger to who may not see it', () => {
    expect(morningMail({ ...morning, language: 'zh-CN', checkpoints: [] }).text).not.toContain('账本');
  });

  it('does not pass over a day without messages', () => {
    const mail = morningMail({ ...morning, language: 'en', counts: { ...counts, messages: 0, conversations: 0 } });
    expect(mail.text).toContain('No message of 青禾果业 was archived on this day.');
    expect(mail.text).toContain('▲ Messages: 0');
  });
});

describe('the mail of a finished export', () => {
  it('says when files are missing', () => {
    const ready = { ...morning, language: 'en', bytes: 3_500_000 } as const;
    expect(exportReadyMail(ready).text).toContain('missing.csv');
    expect(exportReadyMail({ ...ready, counts: { ...counts, mediaMissing: 0 } }).text).not.toContain('missing.csv');
    expect(exportReadyMail(ready).text).toContain('Size: 3.3 MB');
  });
});

describe.each(LANGUAGES)('in %s, every mail', (language) => {
  const companyName = hostile;
  const mails = {
    invitation: invitationMail({ language, companyName, inviterName: hostile, link, expiresAt, timeZone }),
    morning: morningMail({ ...morning, language, companyName }),
    auditBreak: auditBreakMail({ language, companyName, problems: 1_200, since: expiresAt, timeZone, link }),
    ready: exportReadyMail({ ...morning, language, companyName, bytes: 1 }),
  };

  it.each(Object.entries(mails))(
    'keeps names from becoming markup or headers (%s)',
    (_name, { subject, text, html }) => {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).not.toMatch(/^Bcc:/m);
      expect(html).not.toContain('<script');
      expect(html).toContain('&lt;script&gt;');
    },
  );

  it.each(Object.entries(mails))(
    'has a word for everything and loads nothing (%s)',
    (_name, { subject, text, html }) => {
      expect(subject + text + html).not.toMatch(/mail\.\w|\{\{|undefined|—/);
      expect(subject + text).not.toMatch(/[!！]|(?<![邀申])请|please|successfully/i);
      expect(html).not.toMatch(/<img|<link|@import|url\(|src=/);
    },
  );

  it('takes only web links', () => {
    const bad = { language, companyName: 'a', inviterName: 'b', link: 'javascript:alert(1)', expiresAt, timeZone };
    expect(() => invitationMail(bad)).toThrow(RangeError);
  });
});
