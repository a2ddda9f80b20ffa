import type { Fault, FaultError } from '@highwater/domain';
import { createI18n, findRemedy, remedyWords } from '@highwater/i18n';
import { describe, expect, it } from 'vitest';
import { FAULTS_BY_ERRCODE, faultOfErrcode } from '../page/fault-of-errcode.ts';
import { faultOfReturnCode } from './fault-of-return-code.ts';

type Where = 'console' | 'ours' | 'nothing';

/** Reference §1.5: return codes of the library, as a pull meets them. */
const RETURN_CODES: readonly (readonly [code: number, fault: Fault, where: Where])[] = [
  [10000, 'wecom.arguments', 'ours'],
  [10001, 'wecom.unreachable', 'nothing'],
  [10002, 'wecom.error', 'ours'],
  [10003, 'wecom.error', 'ours'],
  [10004, 'wecom.error', 'ours'],
  [10005, 'wecom.error', 'ours'],
  [10006, 'wecom.error', 'ours'],
  [10007, 'wecom.error', 'ours'],
  [10008, 'wecom.error', 'ours'],
  [10009, 'ip.untrusted', 'console'],
  [10010, 'archive.window_passed', 'ours'],
  [10011, 'wecom.certificate', 'ours'],
  [19999, 'wecom.error', 'ours'],
];

/** Reference §1.6 and §4.3: errcodes inside answers. */
const ERRCODES: readonly (readonly [code: number, fault: Fault, where: Where])[] = [
  [-1, 'wecom.busy', 'nothing'],
  [40001, 'secret.wrong', 'console'],
  [40013, 'corp_id.wrong', 'console'],
  [40014, 'wecom.token_refused', 'console'],
  [40096, 'contact.unknown', 'nothing'],
  [41001, 'wecom.token_refused', 'console'],
  [42001, 'wecom.token_refused', 'console'],
  [42007, 'wecom.token_refused', 'console'],
  [42009, 'wecom.token_refused', 'console'],
  [45009, 'wecom.throttled', 'nothing'],
  [45033, 'wecom.throttled', 'nothing'],
  [48002, 'secret.wrong_kind', 'console'],
  [50001, 'login.unregistered', 'console'],
  [60011, 'scope.missing', 'console'],
  [60020, 'ip.untrusted', 'console'],
  [60111, 'person.unknown', 'nothing'],
  [60123, 'department.unknown', 'nothing'],
  [81017, 'wecom.arguments', 'ours'],
  [84061, 'contact.unknown', 'nothing'],
  [86001, 'room.unknown', 'nothing'],
  [86003, 'room.unknown', 'nothing'],
  [90501, 'room.internal', 'nothing'],
  [301002, 'app.not_permitted', 'console'],
  [301042, 'ip.untrusted', 'console'],
  [301052, 'archive.expired', 'console'],
  [301053, 'archive.not_opened', 'console'],
  [99999, 'wecom.error', 'ours'],
];

const zh = createI18n('zh-CN');
const en = createI18n('en');
/** A menu path of WeCom's console, under its Chinese names in every language. */
const MENU = /[\u4e00-\u9fffA-Z]+(?: › [\u4e00-\u9fffA-Z]+)+/;

function check(error: FaultError, fault: Fault, where: Where): void {
  expect(error.fault).toBe(fault);
  const remedy = findRemedy(error.fault, error.detail);
  expect(remedy).toBeDefined();
  for (const i18n of [zh, en]) {
    const words = i18n.fault(error.fault, { ip: '203.0.113.7', from: 'A', until: 'B', ...error.detail });
    const { places, means } = remedyWords(i18n, error.fault, error.detail);
    expect(`${words.title}${words.cure}`).not.toContain('—');
    expect(means).toBeTruthy();
    if (where === 'nothing') expect(places).toEqual([]);
    else expect(places.length).toBeGreaterThan(0);
    if (where === 'console') expect(places.some((place) => MENU.test(place))).toBe(true);
  }
}

describe('every code of WeCom is a fault with its words and the place that cures it', () => {
  it.each(RETURN_CODES)('return code %i: %s', (code, fault, where) =>
    check(faultOfReturnCode(code, 'page'), fault, where),
  );
  it.each(ERRCODES)('errcode %i: %s', (code, fault, where) => check(faultOfErrcode(code, ''), fault, where));

  it('and no errcode has a fault that is not looked at here', () => {
    const looked = new Set(ERRCODES.map(([code]) => code));
    expect([...FAULTS_BY_ERRCODE.keys()].filter((code) => !looked.has(code))).toEqual([]);
  });

  it('and an unknown one shows its number', () => {
    expect(zh.fault('wecom.error', faultOfErrcode(99999, '').detail).title).toContain('99999');
    expect(en.fault('wecom.error', faultOfReturnCode(10003, 'page').detail).title).toContain('10003');
  });

  it('and an address that an app does not trust is cured on the page of the app', () => {
    const [place] = remedyWords(zh, 'ip.untrusted', faultOfErrcode(60020, '').detail).places;
    expect(place).toContain('企业可信IP');
    expect(remedyWords(zh, 'ip.untrusted', faultOfErrcode(301042, '').detail).places.join()).not.toContain(
      '企业可信IP',
    );
  });
});
