import type { CanonicalMessage, MediaRef } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { listMedia } from '@highwater/wecom';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MessageContext } from '../message-context.ts';
import { MessageView } from '../message-view.tsx';
import { crowdedBodies, deepRecord, HOSTILE_TEXTS, oneOfEachKind, withTextEverywhere } from './hostile-cases.ts';
import { mediaByPath, storedMedia } from './sheet-media.ts';

/** What the portal would say of its files and people, were they as hostile as the message. */
export function hostileContext(message: CanonicalMessage, text: string): MessageContext {
  const media: ReadonlyMap<string, MediaRef> = mediaByPath(message.body, listMedia);
  return {
    i18n: createI18n('en'),
    zone: 'Asia/Shanghai',
    mediaUrl: (path) => `/media/${media.get(path)?.mediaKind ?? 'file'}`,
    mediaState: (path) => {
      const one = media.get(path);
      return one === undefined ? null : storedMedia(one);
    },
    personName: () => text.slice(0, 2_000),
    personToday: () => text.slice(0, 100),
  };
}

export function drawHostile(message: CanonicalMessage, text: string): string {
  return renderToStaticMarkup(<MessageView message={message} context={hostileContext(message, text)} />);
}

/** Whole pages of hostility: every short text at once in every field, an address in every field, the long ones in a text. */
export const HOSTILE_PAGES = ['everything', 'addresses', 'long'] as const;

const LONG = ['emoji', 'longWord', 'longAddress', 'lines', 'megabyte'];

/** Hostile messages, each before a quiet neighbour. */
export function hostileSheet(page: (typeof HOSTILE_PAGES)[number]): string {
  const kinds = oneOfEachKind();
  const [first] = kinds;
  if (first === undefined) throw new Error('no sample');
  const short = Object.entries(HOSTILE_TEXTS).filter(([name]) => !LONG.includes(name));
  const everything = short.map(([, text]) => text).join('\n');
  const drawn = {
    everything: () => [
      ...kinds.map((message) => drawHostile(withTextEverywhere(message, everything), everything)),
      ...[deepRecord(8, 1, everything), ...crowdedBodies(everything.slice(0, 60))].map((body) =>
        drawHostile({ ...first, body }, everything),
      ),
    ],
    addresses: () =>
      kinds.map((message) => drawHostile(withTextEverywhere(message, HOSTILE_TEXTS['address'] ?? ''), 'javascript:0')),
    long: () =>
      LONG.flatMap((name) => {
        const text = HOSTILE_TEXTS[name] ?? '';
        const media = { ...EMPTY_MEDIA, fileName: text };
        return [
          { kind: 'text', text: `a${text}`, quote: null } as const,
          { kind: 'link', title: text, description: '', url: text, imageUrl: '' } as const,
          { kind: 'file', media } as const,
        ].map((body) => drawHostile({ ...first, body }, ''));
      }),
  };
  const parts = drawn[page]().map(
    (markup, at) =>
      `<section class="sheet-case" data-case="${at}"><div class="sheet-plain">${markup}</div></section><p class="neighbour">quiet ${at}</p>`,
  );
  return `<main class="sheet-column">${parts.join('')}</main>`;
}

const EMPTY_MEDIA: MediaRef = {
  path: 'file',
  mediaKind: 'file',
  sdkfileid: null,
  fileName: null,
  extension: null,
  size: null,
  md5: null,
  seconds: null,
  width: null,
  height: null,
};
