import type { Language } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { listMedia, parseMessage } from '@highwater/wecom';
import { renderToStaticMarkup } from 'react-dom/server';
import type { MessageContext } from '../message-context.ts';
import { MessageView } from '../message-view.tsx';
import type { SheetCase } from './sheet-cases.ts';
import { sheetCases } from './sheet-cases.ts';
import { mediaByPath, storedMedia } from './sheet-media.ts';

/** What is said rather than shown stands in a bubble, as in the reader. */
const SAID: ReadonlySet<string> = new Set(['text', 'voice', 'mixed']);

function Case({ name, text, media: state, context, language }: SheetCase & { language: Language }) {
  const message = parseMessage(new TextEncoder().encode(text));
  const media = mediaByPath(message.body, listMedia);
  const whole: MessageContext = {
    i18n: createI18n(language),
    zone: 'Asia/Shanghai',
    mediaUrl: (path) => `/media/${media.get(path)?.mediaKind ?? 'file'}`,
    mediaState: (path) => {
      const one = media.get(path);
      if (one === undefined || one.sdkfileid === null) return null;
      return state ?? storedMedia(one);
    },
    personName: () => null,
    ...context,
  };
  return (
    <section className="sheet-case" data-case={name}>
      <p className="sheet-name">{name}</p>
      <div className={SAID.has(message.body.kind) ? 'sheet-bubble' : 'sheet-plain'}>
        <MessageView message={message} context={whole} />
      </div>
    </section>
  );
}

export interface SheetRequest {
  readonly language: Language;
  /** Only these; all when not given. */
  readonly names?: readonly string[];
}

/** The drawn messages as markup, for a page that brings the stylesheet. */
export function drawSheet({ language, names }: SheetRequest): string {
  const cases = sheetCases().filter(({ name }) => names === undefined || names.includes(name));
  return renderToStaticMarkup(
    <main className="sheet">
      {cases.map((one) => (
        <Case key={one.name} {...one} language={language} />
      ))}
    </main>,
  );
}
