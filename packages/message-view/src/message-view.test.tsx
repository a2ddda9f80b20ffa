import type { CanonicalMessage, MediaRef, MessageBody, PersonKey } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MessageContext } from './index.tsx';
import { MessageView } from './index.tsx';

const person = (key: string) => key as PersonKey;

function draw(body: MessageBody, context: Partial<MessageContext> = {}): string {
  const message: CanonicalMessage = {
    msgid: '1',
    action: 'send',
    from: person('linxiaoyu'),
    to: [],
    writtenAs: { linxiaoyu: 'LinXiaoyu' },
    roomId: null,
    sentAt: 0,
    body,
    irregularities: [],
  };
  const whole: MessageContext = {
    i18n: createI18n('en'),
    zone: 'Asia/Shanghai',
    mediaUrl: () => null,
    mediaState: () => null,
    personName: () => null,
    ...context,
  };
  return renderToStaticMarkup(<MessageView message={message} context={whole} />);
}

const text = (content: string): MessageBody => ({ kind: 'text', text: content, quote: null });
const media: MediaRef = {
  path: 'file',
  mediaKind: 'file',
  sdkfileid: 'secret',
  fileName: 'a\u202egpj.exe',
  extension: 'exe',
  size: '2048',
  md5: null,
  seconds: 6,
  width: null,
  height: null,
};
const stored = (contentType: string): Partial<MessageContext> => ({
  mediaUrl: (path) => `/m/${path}`,
  mediaState: () => ({ state: 'stored', contentType, bytes: 1024 }),
});

describe('a message', () => {
  it('escapes what people typed', () => {
    expect(draw(text('<script>x</script>'))).toContain('&lt;script&gt;x&lt;/script&gt;');
  });

  it('folds beyond twelve lines only', () => {
    expect(draw(text('a\n'.repeat(11)))).not.toContain('<details');
    expect(draw(text('a\n'.repeat(12)))).toContain('<details');
  });

  it('marks the searched words', () => {
    expect(draw(text('三箱柑橘'), { highlight: ['柑橘'] })).toMatch(/三箱<mark[^>]*>柑橘<\/mark>/);
  });

  it('says when it was recalled and stays readable', () => {
    const markup = draw(text('still here'), { recalledAt: Date.UTC(2026, 10, 22, 6, 32) });
    expect(markup).toContain('still here');
    expect(markup).toContain('Recalled at 2026-11-22 14:32');
  });

  it('names people as the reader knows them', () => {
    const body: MessageBody = { kind: 'switch', person: person('linxiaoyu') };
    expect(draw(body)).toContain('LinXiaoyu switched company');
    expect(draw(body, { personName: () => '林小雨' })).toContain('林小雨 switched company');
  });

  it('leads from a recall to its original where that is known', () => {
    const body: MessageBody = { kind: 'revoke', preMsgid: 'm1' };
    expect(draw(body, { messageHref: (msgid) => `/x/${msgid}` })).toContain('href="/x/m1"');
    expect(draw(body, { messageHref: () => null })).not.toContain('href');
  });
});

describe('a link', () => {
  it('of another scheme than the web is shown and cannot be opened', () => {
    const body: MessageBody = {
      kind: 'link',
      title: 't',
      description: '',
      url: 'javascript:alert(1)',
      imageUrl: 'https://x/i.png',
    };
    expect(draw(body)).toContain('javascript:alert(1)');
    expect(draw(body)).not.toContain('href');
    expect(draw(body)).not.toContain('i.png');
  });

  it('in markdown obeys the same rule', () => {
    const markup = draw({ kind: 'markdown', content: '[a](javascript:alert(1)) [b](https://b.example/)' });
    expect([...markup.matchAll(/href="([^"]*)"/g)].map(([, url]) => url)).toEqual(['https://b.example/']);
  });
});

describe('a file', () => {
  it('shows its real end and is offered for download with its real size', () => {
    const markup = draw({ kind: 'file', media }, stored('application/octet-stream'));
    expect(markup).toContain('agpj.exe');
    expect(markup).toContain('href="/m/file"');
    expect(markup).toContain('1 KB');
    expect(markup).not.toContain('secret');
  });

  it('that is absent says why, and what can be done', () => {
    const markup = draw({ kind: 'file', media }, { mediaState: () => ({ state: 'absent', fault: 'media.expired' }) });
    expect(markup).toContain(createI18n('en').fault('media.expired').title);
    expect(markup).toContain(createI18n('en').fault('media.expired').cure);
    expect(markup).not.toContain('href');
  });

  it('still being fetched offers nothing to download', () => {
    const markup = draw({ kind: 'file', media }, { mediaUrl: () => '/m', mediaState: () => ({ state: 'pending' }) });
    expect(markup).not.toContain('href');
    expect(markup).toContain('Being fetched');
  });

  it('is drawn as a picture only in formats that cannot hold script', () => {
    const body: MessageBody = { kind: 'image', media };
    expect(draw(body, stored('image/jpeg'))).toContain('<img');
    expect(draw(body, stored('image/svg+xml'))).not.toContain('<img');
    expect(draw(body, stored('text/html'))).not.toContain('<img');
  });

  it('is played only where browsers can', () => {
    const body: MessageBody = { kind: 'voice', media };
    expect(draw(body, stored('audio/wav'))).toContain('<audio');
    expect(draw(body, stored('audio/amr'))).not.toContain('<audio');
    expect(draw(body, stored('audio/amr'))).toContain('6 s');
  });
});
