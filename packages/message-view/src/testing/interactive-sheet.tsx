import type { CanonicalMessage, MediaRef } from '@highwater/domain';
import { createI18n } from '@highwater/i18n';
import { createRoot } from 'react-dom/client';
import { MessageView } from '../message-view.tsx';
import { storedMedia } from './sheet-media.ts';

/** A message with the files that its body names. */
export interface SheetMessage {
  readonly message: CanonicalMessage;
  readonly media: readonly MediaRef[];
}

function Sheet({ messages }: { messages: readonly SheetMessage[] }) {
  const i18n = createI18n('en');
  return (
    <main className="sheet-column">
      {messages.map(({ message, media }, at) => {
        const find = (path: string) => media.find((one) => one.path === path);
        return (
          <section key={at} data-message={at}>
            <MessageView
              message={message}
              context={{
                i18n,
                zone: 'Asia/Shanghai',
                mediaUrl: (path) => `/media/${find(path)?.mediaKind ?? 'file'}?${at}`,
                mediaState: (path) => {
                  const one = find(path);
                  return one === undefined ? null : storedMedia(one);
                },
                personName: () => null,
              }}
            />
          </section>
        );
      })}
    </main>
  );
}

/** Runs in a browser: draws the messages that stand in the page as JSON, with everything that answers a reader. */
const source = document.getElementById('messages')?.textContent ?? '[]';
const place = document.getElementById('sheet');
if (place !== null) createRoot(place).render(<Sheet messages={JSON.parse(source) as SheetMessage[]} />);
