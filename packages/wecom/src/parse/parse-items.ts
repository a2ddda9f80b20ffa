import type { MessageBody, NestedItem } from '@highwater/domain';
import type { BodyParser } from './body-parser.ts';
import { Fields } from './fields.ts';
import { findUnknownMedia } from './find-unknown-media.ts';
import { isObject, parseJson } from './json.ts';
import type { Json } from './json.ts';
import { findItemKind } from './kinds.ts';
import type { KnownKind } from './kinds.ts';
import type { ParseState, Place } from './parse-state.ts';
import { unknownBody } from './unknown-body.ts';

// A record may hold records; crafted ones could hold thousands. Beyond these the rest is kept as raw text.
const DEEPEST = 8;
const MOST_NODES = 200;

export const parseRecord: BodyParser = (fields, place) => {
  const items = parseItems(fields, place);
  return items && { kind: 'chatrecord', title: fields.text('title'), items };
};

export const parseMixed: BodyParser = (fields, place) => {
  const items = parseItems(fields, place);
  return items && { kind: 'mixed', items };
};

export const parseNote: BodyParser = (fields, place) => {
  const items = parseItems(fields, place);
  return items && { kind: 'note', items };
};

function parseItems(fields: Fields, { state, path, depth, parseNested }: Place): readonly NestedItem[] | undefined {
  const name = Object.hasOwn(fields.object, 'item') ? 'item' : 'items';
  const list = fields.list(name);
  if (list === null) return fields.text('title') === '' ? undefined : [];
  const items: NestedItem[] = [];
  for (const [index, item] of list.entries()) {
    const room = depth < DEEPEST && state.nodes < MOST_NODES;
    state.nodes++;
    const at = `${path}.${name}[${index}]`;
    if (room) items.push(parseItem(item, { state, path: at, depth: depth + 1, parseNested }));
    else {
      state.irregularities.add('items.limit');
      const media = list
        .slice(index)
        .flatMap((rest, offset) => findUnknownMedia(rest, `${path}.${name}[${index + offset}]`));
      const rest = list.slice(index);
      items.push(bare('', { ...unknownBody('depth', '', textOf(rest), media), rest: rest.length }));
      break;
    }
  }
  return items;
}

function parseItem(item: Json, place: Omit<Place, 'around'>): NestedItem {
  if (!isObject(item)) return bare('', unknownBody('body', '', textOf(item), findUnknownMedia(item, place.path)));
  const around = new Fields(item);
  const sourceType = around.text('type', 'msgtype');
  const fromRoom = around.value('from_chatroom');
  return {
    sentAt: around.time('msgtime', 'time'),
    fromRoom: typeof fromRoom === 'boolean' ? fromRoom : null,
    sourceType,
    body: parseContent(around, sourceType, { ...place, around }),
  };
}

/** Read from every entry, whatever it is. */
const KNOWN_KEYS: ReadonlySet<string> = new Set(['type', 'msgtype', 'msgtime', 'time', 'content', 'from_chatroom']);

function parseContent(around: Fields, sourceType: string, place: Place): MessageBody {
  const kind = findItemKind(sourceType);
  const content = around.value('content');
  // What stands beside a content that we do not understand may be its words.
  const isAlone = Object.keys(around.object).every((key) => KNOWN_KEYS.has(key));
  const kept = (isAlone ? content : undefined) ?? around.object;
  const keep = (reason: 'type' | 'body' | 'not_json'): MessageBody => {
    place.state.irregularities.add(`item.${reason}`);
    return unknownBody(reason, sourceType, textOf(kept), findUnknownMedia(kept, place.path));
  };
  if (kind === undefined) return keep('type');
  const opened = openContent(content, kind, place.state);
  if (opened === 'broken') return keep('not_json');
  return place.parseNested(kind, new Fields(opened ?? around.object), place) ?? keep('body');
}

/** The object inside `content`: JSON in a string, an object as it is, or a plain string where the kind is a text. */
function openContent(
  content: Json | undefined,
  kind: KnownKind,
  state: ParseState,
): Fields['object'] | 'broken' | undefined {
  if (isObject(content)) {
    state.irregularities.add('item.content_object');
    return content;
  }
  if (typeof content !== 'string') return content === undefined ? undefined : 'broken';
  const parsed = parseJson(content);
  if (parsed !== undefined && isObject(parsed.value)) return parsed.value;
  if ((kind === 'text' || kind === 'markdown') && !/^\s*\{\s*"/.test(content)) {
    state.irregularities.add('item.content_plain');
    return { content };
  }
  return 'broken';
}

function bare(sourceType: string, body: MessageBody): NestedItem {
  return { sentAt: null, fromRoom: null, sourceType, body };
}

function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested beyond the stack: only crafted input; the sealed plaintext keeps it.
    return '';
  }
}
