import { describe, expect, it } from 'vitest';
import { acceptedLanguage, asLanguage } from './choose-language.ts';

describe('the language of a page', () => {
  it('is the best liked one that we speak', () => {
    expect(acceptedLanguage('de-DE,en;q=0.8,zh-CN;q=0.9')).toBe('zh-CN');
    expect(acceptedLanguage('en-GB')).toBe('en');
    expect(acceptedLanguage('zh-TW;q=0.5, en-US;q=0.4')).toBe('zh-CN');
  });

  it('is none when nothing fits or the reader refuses it', () => {
    expect(acceptedLanguage('de, fr;q=0.5')).toBeNull();
    expect(acceptedLanguage('en;q=0')).toBeNull();
    expect(acceptedLanguage(null)).toBeNull();
  });

  it('is never anything but one of ours', () => {
    expect(asLanguage('en')).toBe('en');
    expect(asLanguage('EN')).toBeNull();
    expect(asLanguage('__proto__')).toBeNull();
  });
});
