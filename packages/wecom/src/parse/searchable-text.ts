import { visibleText } from '@highwater/domain';
import type { CanonicalMessage, MediaRef, MessageBody } from '@highwater/domain';

export interface SearchableText {
  /** Which part of the message: "text", "file", "title", "description", "url", "place", "person", "option", "raw". */
  readonly field: string;
  readonly text: string;
}

// Marks that steer direction or have no width: invisible, so nobody types them into a search.
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Every text of a message that a person could have seen, at any depth. Never a sdkfileid. */
export function searchableText(message: CanonicalMessage): SearchableText[] {
  return textsOf(message.body, (key) => message.writtenAs[key] ?? key).flatMap(([field, text]) => {
    const seen = visibleText(text).replace(INVISIBLE, '');
    return seen.trim() === '' ? [] : [{ field, text: seen }];
  });
}

type Pair = readonly [field: string, text: string];

function textsOf(body: MessageBody, nameOf: (key: string) => string): Pair[] {
  const person = (key: string | null): Pair[] => (key === null ? [] : [['person', nameOf(key)]]);
  switch (body.kind) {
    case 'text':
      return [['text', body.text]];
    case 'markdown':
      return [['text', body.content]];
    case 'image':
    case 'voice':
    case 'video':
    case 'emotion':
    case 'file':
    case 'voip_doc_share':
      return fileTexts(body.media);
    case 'qydiskfile':
      return [['file', body.fileName]];
    case 'link':
      return [
        ['title', body.title],
        ['description', body.description],
        ['url', body.url],
      ];
    case 'news':
      return body.articles.flatMap((article): Pair[] => [
        ['title', article.title],
        ['description', article.description],
        ['url', article.url],
      ]);
    case 'weapp':
      return [
        ['title', body.title],
        ['description', body.description],
        ['title', body.displayName],
      ];
    case 'sphfeed':
      return [
        ['title', body.name],
        ['description', body.description],
      ];
    case 'card':
      return [['title', body.corpName], ...person(body.person)];
    case 'location':
      return [
        ['title', body.title],
        ['place', body.address],
      ];
    case 'chatrecord':
      return [['title', body.title], ...body.items.flatMap((item) => textsOf(item.body, nameOf))];
    case 'mixed':
    case 'note':
      return body.items.flatMap((item) => textsOf(item.body, nameOf));
    case 'todo':
      return [
        ['title', body.title],
        ['text', body.content],
      ];
    case 'vote':
      return [['title', body.title], ...body.options.map((option): Pair => ['option', option])];
    case 'collect':
      return [
        ['title', body.title],
        ['place', body.roomName],
        ['person', body.creator],
        ...body.questions.map((question): Pair => ['option', question.question]),
      ];
    case 'redpacket':
    case 'external_redpacket':
      return [['text', body.wish]];
    case 'meeting':
      return [
        ['title', body.topic],
        ['place', body.address],
        ['description', body.remarks],
      ];
    case 'meeting_notification':
      return [['text', body.content]];
    case 'docmsg':
      return [['title', body.title], ['url', body.url], ...person(body.creator)];
    case 'calendar':
      return [
        ['title', body.title],
        ['person', body.creator],
        ...body.attendees.map((attendee): Pair => ['person', attendee]),
        ['place', body.place],
        ['description', body.remarks],
      ];
    case 'meeting_voice_call':
      return [
        ...body.shownFiles.flatMap((file): Pair[] => [['file', file.fileName], ...person(file.person)]),
        ...body.sharedScreens.flatMap((screen) => person(screen.person)),
      ];
    case 'solitaire':
      return [
        ['title', body.title],
        ['text', body.content],
        ...body.entries.flatMap((entry): Pair[] => [...person(entry.person), ['text', entry.content]]),
      ];
    case 'unknown':
      return [
        ['raw', body.raw],
        // A part of a message names its type outside of what it holds.
        ['raw', body.raw.includes(body.sourceType) ? '' : body.sourceType],
        ...body.fields.filter(({ value }) => !body.raw.includes(value)).map(({ value }): Pair => ['raw', value]),
      ];
    case 'agree':
    case 'disagree':
    case 'switch':
      return person(body.person);
    case 'revoke':
    case 'voiptext':
      return [];
  }
}

/** The name, and the type where the name does not end with it, as it is shown. */
function fileTexts({ fileName, extension }: MediaRef): Pair[] {
  const name = fileName ?? '';
  const isNamed = extension === null || name.toLowerCase().endsWith(`.${extension}`);
  return [['file', name], ...(isNamed ? [] : [['file', extension] as const])];
}
