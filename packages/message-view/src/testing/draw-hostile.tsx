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

/** A page on which every kind carries one text in every field, each between two quiet neighbours. */
export function hostileSheet(name: string): string {
  const text = HOSTILE_TEXTS[name] ?? '';
  const short = text.slice(0, 3_000);
  const [first] = oneOfEachKind();
  const bodies = [deepRecord(8, 2, short), ...crowdedBodies(short.slice(0, 40))];
  const odd = first === undefined ? [] : bodies.map((body) => ({ ...first, body }));
  const messages = [...oneOfEachKind().map((message) => withTextEverywhere(message, text)), ...odd];
  const parts = messages.map(
    (message, at) =>
      `<section class="sheet-case" data-case="${at}-${message.body.kind}"><div class="sheet-plain">${drawHostile(message, text)}</div></section><p class="neighbour">quiet ${at}</p>`,
  );
  return `<main class="sheet-column">${parts.join('')}</main>`;
}
