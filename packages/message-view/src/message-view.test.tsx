import type { CanonicalMessage, MediaRef, MessageBody, PersonKey } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { MediaState, MessageContext } from './index.tsx';
import { MessageView } from './index.tsx';
import { textOfMarkup } from './testing/text-of-markup.ts';

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
    expect(textOfMarkup(draw(body))).toContain('LinXiaoyu switched company');
    expect(textOfMarkup(draw(body, { personName: () => '林小雨' }))).toContain('林小雨 switched company');
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

const NO_COPIES = { audio: null, thumbnail: null, poster: null, text: null };
const withState = (state: Partial<MediaState>): Partial<MessageContext> => ({
  mediaUrl: (path) => `/m/${path}`,
  mediaState: () => ({ state: 'stored', ...state }),
});
const small = { url: '/m/file/copies/thumbnail', width: 320, height: 200 };

describe('a copy of a file', () => {
  const voice: MessageBody = { kind: 'voice', media };
  const image: MessageBody = { kind: 'image', media };

  it('of a voice is played, with its own length; the original is in a menu under its real type', () => {
    const audio = { url: '/m/file/copies/audio', seconds: 4.04, peaks: [0, 50, 100] };
    const markup = draw(voice, withState({ contentType: 'audio/silk', copies: { ...NO_COPIES, audio } }));
    expect(markup).toContain('src="/m/file/copies/audio"');
    expect(markup).toMatch(/<audio src="[^"]*" preload="none" controls=""[^>]*class="hidden[^"]* noscript:block"/);
    expect(markup.match(/<rect x=/g)).toHaveLength(3);
    expect(markup).toContain('4 s');
    expect(markup).toMatch(/href="\/m\/file" download[^>]*>Download the original \(SILK\)/);
    expect(markup).not.toMatch(/\sstyle="/);
  });

  it('of a voice that could not be made says why, and the original can be had', () => {
    const markup = draw(
      voice,
      withState({ contentType: 'audio/amr', copies: NO_COPIES, copyFault: 'copy.unreadable' }),
    );
    expect(markup).toContain(createI18n('en').fault('copy.unreadable').title);
    expect(markup).toContain('href="/m/file"');
    expect(markup).not.toContain('<audio');
  });

  it('of a picture stands in the message and leads to the original, also without script', () => {
    const copies = { ...NO_COPIES, thumbnail: small };
    const markup = draw(image, withState({ contentType: 'image/jpeg', copies }));
    expect(markup).toMatch(/<a href="\/m\/file"[^>]*><img src="\/m\/file\/copies\/thumbnail"/);
    expect(markup).toContain('width="320" height="200"');
    const heic = draw(image, withState({ contentType: 'image/heic', copies }));
    expect(heic).toMatch(/<a href="\/m\/file\/copies\/thumbnail"/);
  });

  it('of a picture that was too costly is not made up for with the original', () => {
    const markup = draw(
      image,
      withState({ contentType: 'image/png', copies: NO_COPIES, copyFault: 'copy.too_costly' }),
    );
    expect(markup).not.toContain('<img');
    expect(markup).toContain(createI18n('en').fault('copy.too_costly').title);
    expect(markup).toContain('href="/m/file"');
  });

  it('of a video is its poster', () => {
    const copies = { ...NO_COPIES, poster: { ...small, url: '/m/file/copies/poster' } };
    const markup = draw({ kind: 'video', media }, withState({ contentType: 'video/mp4', copies }));
    expect(markup).toContain('poster="/m/file/copies/poster"');
    expect(markup).toContain('preload="none"');
  });
});

describe('what is said of a file', () => {
  const image: MessageBody = { kind: 'image', media };
  it.each(['image', 'video', 'voice', 'file'] as const)('%s: why it is absent, in its place', (kind) => {
    const markup = draw({ kind, media }, { mediaState: () => ({ state: 'absent', fault: 'media.expired' }) });
    expect(markup).toContain(createI18n('en').fault('media.expired').title);
    expect(markup).not.toMatch(/<(?:img|audio|video)/);
  });

  it('while it waits: until when WeCom keeps it', () => {
    const expiresAt = Date.UTC(2026, 10, 27, 6, 32);
    const markup = draw(image, { mediaState: () => ({ state: 'pending', expiresAt }) });
    expect(markup).toContain('WeCom keeps it until');
    expect(markup).toContain('2026-11-27 14:32');
  });

  it('that its bytes are not those that WeCom announced, and the beginning of their hash', () => {
    const state = withState({ md5Differed: true, sha256: 'ab'.repeat(32) });
    expect(draw({ kind: 'file', media }, state)).toContain('SHA-256 abababababab…');
    expect(draw({ kind: 'file', media }, state)).toContain(createI18n('en').t('kinds.media.md5Differed'));
    expect(draw(image, state)).toContain(createI18n('en').t('kinds.media.md5Differed'));
  });
});
