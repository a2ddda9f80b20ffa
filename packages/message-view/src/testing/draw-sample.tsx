import type { CanonicalMessage, Language } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { renderToStaticMarkup } from 'react-dom/server';
import { MessageView } from '../message-view.tsx';
import { textOfMarkup } from './text-of-markup.ts';

/** What a reader sees of a message of whose files and people nothing else is known, as text. */
export function drawnText(message: CanonicalMessage, language: Language): string {
  return textOfMarkup(
    renderToStaticMarkup(
      <MessageView
        message={message}
        context={{
          i18n: createI18n(language),
          zone: 'Asia/Shanghai',
          mediaUrl: () => null,
          mediaState: () => null,
          personName: () => null,
        }}
      />,
    ),
  );
}
