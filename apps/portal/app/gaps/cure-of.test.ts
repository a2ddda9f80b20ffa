import { createI18n } from '@highwater/i18n';
import { describe, expect, it } from 'vitest';
import { cureOf, isOpen } from './cure-of.ts';

const zh = createI18n('zh-CN');
const en = createI18n('en');

describe('the cure of a cause', () => {
  it('names the secret that opens this kind, not the archive’s', () => {
    expect(cureOf('secret.missing', 'external_contact', zh).text).toContain('客户联系');
    expect(cureOf('secret.missing', 'employees', zh).text).toMatch(/应用管理 › 自建.*可见范围.*通讯录同步.*不给姓名/);
    expect(cureOf('secret.missing', 'departments', en).text).toMatch(/应用管理 › 自建.*通讯录同步.*no names/);
    expect(cureOf('secret.wrong', 'rooms', en)).toMatchObject({ title: 'Customer contact: Refused', isSecret: true });
    expect(cureOf('secret.wrong', 'rooms', en).places).toEqual([]);
    expect(cureOf('secret.wrong', 'permits', zh).places).toEqual([zh.t('remedies.place.archive_secret')]);
  });

  it('names the page of the console', () => {
    expect(cureOf('scope.missing', 'employee', en)).toMatchObject({
      places: [en.t('remedies.place.app_scope')],
      isSecret: false,
    });
    expect(cureOf('ip.untrusted', 'employee', en, { errcode: 60020, ip: '192.0.2.7' }).places).toEqual([
      en.t('remedies.place.app_ip'),
      en.t('remedies.place.archive_ip'),
    ]);
  });
});

describe('a kind of enrichment', () => {
  it.each([
    ['employees', 'customer_contact', true],
    ['departments', 'contacts', true],
    ['external_contacts', 'contacts', false],
    ['tags', 'customer_contact', true],
    ['permits', 'contacts', false],
  ] as const)('%s is opened by the %s secret alone: %s', (kind, purpose, opens) => {
    const others = (['archive', 'customer_contact', 'contacts'] as const).filter((each) => each !== purpose);
    const secrets = [...others.map((each) => ({ purpose: each, state: 'missing' })), { purpose, state: 'accepted' }];
    expect(isOpen(kind, secrets)).toBe(opens);
  });

  it('rooms go on without the customer-contact secret, as far as they are internal', () => {
    expect(isOpen('rooms', [{ purpose: 'archive', state: 'accepted' }])).toBe(true);
  });
});
