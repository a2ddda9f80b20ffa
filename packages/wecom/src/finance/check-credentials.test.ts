import { FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { checkArchiveSecret } from './check-archive-secret.ts';
import { checkCorpId } from './check-corp-id.ts';

const secret = `${'aZ09_-'.repeat(7)}x`;

function faultErrorOf(check: () => unknown): FaultError {
  try {
    check();
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('checkCorpId', () => {
  it.each(['ww0123456789abcdef', 'wx0123456789ABCDEF', 'wpabcdefghijklmnop'])('accepts %s', (corpId) => {
    expect(checkCorpId(corpId)).toBe(corpId);
  });

  it.each([
    ' ww0123456789abcdef\n',
    '\u200bww0123456789abcdef\ufeff',
    'ww01234567\t89abcdef',
    '\u3000ww0123456789abcdef\u00a0',
  ])('takes pasted white space away (%#)', (text) => {
    expect(checkCorpId(text)).toBe('ww0123456789abcdef');
  });

  it.each([
    '',
    'ww',
    'ww0123456789abcde',
    'ww0123456789abcdefg',
    'aw0123456789abcdef',
    'WW0123456789abcdef',
    'ww0123456789abcde-',
    '1000002',
  ])('refuses %j and names the field', (text) => {
    expect(faultErrorOf(() => checkCorpId(text))).toMatchObject({
      fault: 'corp_id.malformed',
      field: 'corpId',
      detail: { length: text.length },
    });
  });
});

describe('checkArchiveSecret', () => {
  it('accepts 43 characters and takes pasted white space away', () => {
    expect(checkArchiveSecret(secret)).toBe(secret);
    expect(checkArchiveSecret(` ${secret.slice(0, 20)}\r\n${secret.slice(20)}\u200b `)).toBe(secret);
  });

  it.each(['', secret.slice(1), `${secret}a`, `${secret.slice(1)}+`, '秘'.repeat(43)])(
    'refuses others without quoting them (%#)',
    (text) => {
      const error = faultErrorOf(() => checkArchiveSecret(text));
      expect(error).toMatchObject({ fault: 'secret.wrong', field: 'archiveSecret', detail: { length: text.length } });
      if (text !== '') expect(JSON.stringify([error.message, error.detail])).not.toContain(text);
    },
  );
});
