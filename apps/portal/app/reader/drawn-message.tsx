import { MessageView, type MediaState, type MessageContext } from '@highwater/message-view';
import type { MediaView, MessageView as ArchivedMessage } from '../api/types.ts';
import { paths } from '../paths.ts';
import { useWords } from '../words/words-context.tsx';

function mediaState({ state, fault, contentType, size, ...more }: MediaView): MediaState {
  return {
    state: state === 'wanted' ? 'pending' : state,
    copies: more.copies,
    md5Differed: more.md5State === 'differed',
    ...(more.copyFault === null ? {} : { copyFault: more.copyFault }),
    ...(more.sha256 === null ? {} : { sha256: more.sha256 }),
    ...(more.expiresAt === null ? {} : { expiresAt: more.expiresAt }),
    ...(fault === null ? {} : { fault }),
    ...(contentType === null ? {} : { contentType }),
    ...(size === null ? {} : { bytes: Number(size) }),
  };
}

function quotedOf({ quoted }: ArchivedMessage): NonNullable<MessageContext['quoted']> | null {
  if (quoted === null) return null;
  const { messageId, sentAt } = quoted;
  return messageId === null || sentAt === null ? 'unmatched' : { href: paths.message(messageId), sentAt };
}

interface DrawnProps {
  readonly message: ArchivedMessage;
  /** Words to mark. */
  readonly marks?: readonly string[];
  /** Address of a message of the same conversation, by WeCom's msgid. */
  readonly hrefOf: (msgid: string) => string | null;
}

function personOf({ people, named }: DrawnProps['message'], key: string) {
  return [...people, ...named].find(({ personKey }) => personKey === key);
}

/** What a message says, with what the archive knows of its files and people. */
export function DrawnMessage({ message, marks = [], hrefOf }: DrawnProps) {
  const words = useWords();
  const mediaAt = (path: string) => message.media.find((media) => media.path === path);
  const context: MessageContext = {
    i18n: words,
    zone: words.zone,
    mediaUrl: (path) => mediaAt(path)?.url ?? null,
    mediaState: (path) => {
      const media = mediaAt(path);
      return media === undefined ? null : mediaState(media);
    },
    personName: (key) => {
      const person = personOf(message, key);
      return person?.name ?? person?.label ?? null;
    },
    personToday: (key) => personOf(message, key)?.currentName ?? null,
    recalledAt: message.recalledAt,
    messageHref: hrefOf,
    quoted: quotedOf(message),
    highlight: marks,
  };
  return <MessageView message={message.message} context={context} />;
}
