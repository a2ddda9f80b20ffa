import type { MessageBody } from '@highwater/domain';

/** Characters looked through at most, so that a huge record costs no more than a long message. */
const MOST = 200_000;

/** Whether one of the words stands somewhere in a body, at any depth; words and texts folded by `fold`. */
export function holdsWords(body: MessageBody, words: readonly string[], fold: (text: string) => string): boolean {
  const wanted = words.map(fold).filter((word) => word !== '');
  if (wanted.length === 0) return false;
  let left = MOST;
  const look = (value: unknown): boolean => {
    if (left <= 0) return false;
    if (typeof value === 'string') {
      const text = fold(value.slice(0, left));
      left -= value.length;
      return wanted.some((word) => text.includes(word));
    }
    if (typeof value !== 'object' || value === null) return false;
    return Object.entries(value).some(([name, inner]) => name !== 'sdkfileid' && look(inner));
  };
  return look(body);
}

const SHORT = 60;

/** What a body says in a few words, for the lines on a closed record; empty where only its kind can be said. */
export function shortTextOf(body: MessageBody): string {
  const text = ((): string => {
    switch (body.kind) {
      case 'text':
        return body.text;
      case 'file':
      case 'voip_doc_share':
        return body.media.fileName ?? '';
      case 'link':
      case 'weapp':
      case 'location':
      case 'chatrecord':
      case 'todo':
      case 'vote':
      case 'docmsg':
        return body.title;
      case 'mixed':
      case 'note':
        return body.items.map((item) => shortTextOf(item.body)).find((one) => one !== '') ?? '';
      default:
        return '';
    }
  })();
  const line = text
    .slice(0, 4 * SHORT)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length > SHORT ? `${characters.slice(0, SHORT).join('')}…` : line;
}
