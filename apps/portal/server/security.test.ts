import { describe, expect, it } from 'vitest';
import { isOwnForm } from './refuse-foreign-forms.ts';
import { contentPolicy, makeNonce } from './security-headers.ts';

const own = 'https://archive.example.com';

describe('a posted form', () => {
  it('is ours when the browser says same origin, by either header', () => {
    expect(isOwnForm(new Headers({ 'sec-fetch-site': 'same-origin' }), own)).toBe(true);
    expect(isOwnForm(new Headers({ origin: own }), own)).toBe(true);
  });

  it('is foreign in every other case', () => {
    expect(isOwnForm(new Headers({ 'sec-fetch-site': 'cross-site', origin: own }), own)).toBe(false);
    expect(isOwnForm(new Headers({ 'sec-fetch-site': 'same-site' }), own)).toBe(false);
    expect(isOwnForm(new Headers({ origin: 'https://archive.example.com.evil.example' }), own)).toBe(false);
    expect(isOwnForm(new Headers({ origin: 'null' }), own)).toBe(false);
    expect(isOwnForm(new Headers(), own)).toBe(false);
  });
});

describe('the content policy', () => {
  it('lets only this answer’s scripts run inline, and nothing from outside load', () => {
    const policy = contentPolicy('abc');
    expect(policy).toContain("script-src 'self' 'nonce-abc'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it('has a new nonce for every answer', () => {
    expect(makeNonce()).not.toBe(makeNonce());
  });
});
