import type { CanonicalMessage } from '@highwater/domain';
import { LANGUAGES } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { parseMessage } from '@highwater/wecom';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MessageContext } from './index.tsx';
import { MessageView } from './index.tsx';
import { readSamples } from './testing/read-samples.ts';
import { textOfMarkup } from './testing/text-of-markup.ts';
import { readVisibleStrings, stringsIn } from './testing/visible-strings.ts';

const visible = readVisibleStrings();
const samples = readSamples();
const cases = LANGUAGES.flatMap((language) => samples.map((sample) => ({ ...sample, language })));

function draw(text: string, context: Partial<MessageContext> = {}): string {
  const message: CanonicalMessage = parseMessage(new TextEncoder().encode(text));
  const whole: MessageContext = {
    i18n: createI18n('zh-CN'),
    zone: 'Asia/Shanghai',
    mediaUrl: () => null,
    mediaState: () => null,
    personName: () => null,
    ...context,
  };
  return renderToStaticMarkup(<MessageView message={message} context={whole} />);
}

const stored: Partial<MessageContext> = {
  mediaUrl: (path) => `/media/${encodeURIComponent(path)}`,
  mediaState: () => ({ state: 'stored', contentType: 'image/png', bytes: 77 }),
};

const withCopies: Partial<MessageContext> = {
  mediaUrl: stored.mediaUrl ?? (() => null),
  mediaState: (path) => {
    const url = (copy: string) => `/media/${encodeURIComponent(path)}/copies/${copy}`;
    const picture = (copy: string) => ({ url: url(copy), width: 3, height: 2 });
    return {
      state: 'stored',
      contentType: path.includes('video') ? 'video/mp4' : 'image/png',
      copies: {
        audio: path.includes('voice') ? { url: url('audio'), seconds: 1, peaks: [1] } : null,
        thumbnail: picture('thumbnail'),
        poster: picture('poster'),
        text: { url: url('text') },
      },
    };
  },
};

/** Records with an entry that nobody can draw. */
const WITH_UNKNOWN_PARTS = new Set(['chatrecord/item_content_broken_json', 'chatrecord/item_unknown_type']);

describe('every sample message', () => {
  it('has its list of visible strings', () => {
    expect(samples.length).toBe(158);
    expect([...visible.keys()].sort()).toEqual(samples.map(({ name }) => name).sort());
    for (const { name } of samples) expect(stringsIn(visible.get(name), 'en').length, name).toBeGreaterThan(0);
  });

  it.each(cases)('$name in $language: shows what people saw', ({ name, text, language }) => {
    const shown = textOfMarkup(draw(text, { i18n: createI18n(language) }));
    for (const string of stringsIn(visible.get(name), language)) expect(shown).toContain(string);
  });

  it.each(cases)('$name in $language: shows raw JSON only of what is unknown', ({ name, text, language }) => {
    const markup = draw(text, { i18n: createI18n(language) });
    const raw = name.startsWith('unknown/') || WITH_UNKNOWN_PARTS.has(name);
    expect(markup.includes('<pre')).toBe(raw);
    const typedByAPerson = name === 'text/json_inside_text';
    expect(textOfMarkup(markup).includes('{"')).toBe(raw || typedByAPerson);
  });

  it.each(samples)('$name: gives away no file id and asks nothing of other hosts', ({ text }) => {
    const markup = draw(text, stored);
    for (const id of text.match(/Ci[AB][A-Za-z0-9+/=]{90,}/g) ?? []) {
      for (let at = 0; at + 24 <= id.length; at += 12) expect(markup).not.toContain(id.slice(at, at + 24));
    }
    expect(markup).not.toMatch(/<(?:script|iframe|link|object|embed|form)\b/i);
    expect(markup).not.toMatch(/\ssrc="(?!\/media\/)/);
    for (const [, href = ''] of markup.matchAll(/\shref="([^"]*)"/g))
      expect(href).toMatch(/^(?:https?:\/\/|\/media\/)/);
    for (const [anchor] of markup.matchAll(/<a href="https?:[^>]*>/g)) expect(anchor).toContain('noreferrer');
  });

  it.each(cases)(
    '$name in $language: loads nothing from outside, whatever there is of its files',
    ({ text, language }) => {
      for (const context of [{}, stored, withCopies]) {
        const markup = draw(text, { ...context, i18n: createI18n(language) });
        for (const [, url = ''] of markup.matchAll(
          /\s(?:src|srcset|poster|data|background|action|formaction|xlink:href)="([^"]*)"/gi,
        ))
          expect(url).toMatch(/^\/media\//);
        expect(markup).not.toMatch(/<(?:link|base|meta|iframe|object|embed|script|style)\b/i);
        expect(markup).not.toMatch(/\sstyle=|url\(|@import|\sping=|rel="[^"]*(?:preload|prefetch|preconnect|icon)/i);
      }
    },
  );

  it.each(samples)('$name: offers each file that is there', ({ text }) => {
    const offered = new Set(
      [...draw(text, stored).matchAll(/<a href="(\/media\/[^"]*)" download/g)].map(([, url]) => url),
    );
    const named = new Set(text.match(/Ci[AB][A-Za-z0-9+/=]{90,}/g));
    expect(offered.size).toBeGreaterThanOrEqual(named.size);
  });
});

describe('a long text', () => {
  const sample = samples.find(({ name }) => name === 'text/long_4000_chars')?.text ?? '';

  it('stands in the page in full', () => {
    const { text } = JSON.parse(sample) as { text: { content: string } };
    expect(text.content.length).toBe(4000);
    expect(textOfMarkup(draw(sample))).toContain(text.content);
  });
});
