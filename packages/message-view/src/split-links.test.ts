import { describe, expect, it } from 'vitest';
import { findWebUrl, splitLinks } from './split-links.ts';

const urls = (text: string) => splitLinks(text).flatMap((part) => part.url ?? []);

describe('web addresses in a text', () => {
  it('end where the sentence goes on', () => {
    expect(urls('看https://a.example/x?y=1&z=2。然后')).toEqual(['https://a.example/x?y=1&z=2']);
    expect(urls('(see http://a.example/b).')).toEqual(['http://a.example/b']);
    expect(urls('https://a.example，https://b.example')).toEqual(['https://a.example', 'https://b.example']);
  });

  it('leave the text whole', () => {
    const text = 'a https://a.example/ b\nhttps://b.example';
    expect(
      splitLinks(text)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
  });

  it('are http and https only', () => {
    expect(urls('javascript:alert(1) data:text/html,x file:///etc/passwd ftp://a.example')).toEqual([]);
    for (const address of ['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', '//a.example', 'x', '']) {
      expect(findWebUrl(address)).toBeNull();
    }
    expect(findWebUrl('HTTPS://A.example/x')?.host).toBe('a.example');
  });
});
