import { createI18n } from '@highwater/i18n';
import { describe, expect, it } from 'vitest';
import { detailText } from './detail-text.ts';
import { subjectText } from './subject-text.ts';

const [zh, en] = [createI18n('zh-CN'), createI18n('en')];
const CONNECTION = '01a0c0de-0000-7000-8000-0000feedbeef';

describe('an entry of the audit log', () => {
  it.each([
    [{ file: 'ledger', pages: 1066 }, '账本 · 1,066 页', 'ledger · pages: 1,066'],
    [{ file: 'checkpoints' }, '检查点', 'checkpoints'],
    [{ words: 0, hits: 13 }, '0 个词 · 13 条结果', 'words: 0 · results: 13'],
    [{ mode: 'daily', timeOfDay: '08:30' }, '每天一次 · 时间 08:30', 'once a day · at 08:30'],
    [{ role: 'viewer', employees: [] }, '角色：查看者 · 可看：无', 'role: Viewer · may read: None'],
    [{ action: 'see_audit' }, '需要的权限：查看审计', undefined],
    [{ kind: 'saml', joined: 'role' }, 'SAML · 第一次登录，成为成员', 'SAML · first sign-in, became a member'],
    [{ problem: 'domain' }, '邮箱的域名没有验证', 'the domain of the address is not proven'],
    [{ joinsAs: 'viewer', isRequired: 'no' }, '没有邀请的人成为查看者 · 也可以用密码登录', undefined],
    [{ cause: 'key.missing', publickeyVer: 3 }, '缺少私钥 · 版本 3', undefined],
  ])('says %j in words', (detail, chinese, english) => {
    expect(detailText(detail, zh)).toBe(chinese);
    if (english !== undefined) expect(detailText(detail, en)).toBe(english);
  });

  it('says what went wrong, and leaves out ids and what has no words', () => {
    expect(detailText({ fault: 'wecom.busy' }, zh)).toBe(zh.fault('wecom.busy').title);
    expect(detailText({ connectionId: CONNECTION, link: CONNECTION, fault: 'no.fault', surprise: 7 }, zh)).toBe('');
  });

  it('names what it is about with the end of the id', () => {
    expect(subjectText(`connection:${CONNECTION}`, zh.t)).toBe('接入 …feedbeef');
    expect(subjectText('corp:ww0123456789abcdef', en.t)).toBe('Corp ww0123456789abcdef');
    expect(subjectText(null, en.t)).toBe('');
  });
});
