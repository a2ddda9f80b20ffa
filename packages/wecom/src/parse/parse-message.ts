import type { CanonicalMessage, MessageBody, PersonKey, RoomId } from '@highwater/domain';
import { decodePlaintext } from './decode-plaintext.ts';
import { Fields } from './fields.ts';
import { findBody } from './find-body.ts';
import { findUnknownMedia } from './find-unknown-media.ts';
import { cleanId } from './fold-person.ts';
import { isObject, parseJson } from './json.ts';
import { findKind } from './kinds.ts';
import { ParseState } from './parse-state.ts';
import { readTime } from './read-time.ts';
import { unknownBody } from './unknown-body.ts';

const ACTIONS = new Set(['send', 'recall', 'switch']);

/**
 * The canonical form of one decrypted message. Pure and total: bytes that are no message at all become kind `unknown`
 * with their text kept (sdkfileids masked).
 */
export function parseMessage(plaintext: Uint8Array): CanonicalMessage {
  const text = decodePlaintext(plaintext);
  const parsed = parseJson(text);
  const state = new ParseState();
  if (parsed?.repaired === true) state.irregularities.add('json.control_characters');
  if (parsed === undefined || !isObject(parsed.value)) {
    return assemble(new Fields({}), state, null, [], unknownBody('not_json', '', text, []));
  }
  const fields = new Fields(parsed.value);
  const isSwitch = fields.text('action') === 'switch';
  const from = state.person(fields.text(isSwitch ? 'user' : 'from'));
  const to = readReceivers(fields, from, state);
  const body = isSwitch ? readSwitch(from) : readBody(fields, from, to, state);
  if (typeof body !== 'string') return assemble(fields, state, from, to ?? [], body);
  const kept = unknownBody(body, fields.text('msgtype'), text, findUnknownMedia(parsed.value, ''));
  return assemble(fields, state, from, to ?? [], kept);
}

type UnknownReason = Extract<MessageBody, { kind: 'unknown' }>['reason'];

function readSwitch(person: PersonKey | null): MessageBody | UnknownReason {
  return person === null ? 'people' : { kind: 'switch', person };
}

function readBody(
  fields: Fields,
  from: PersonKey | null,
  to: readonly PersonKey[] | null,
  state: ParseState,
): MessageBody | UnknownReason {
  if (!ACTIONS.has(fields.text('action'))) return 'action';
  const msgtype = fields.text('msgtype');
  // A form met in client code: the type one level down.
  const kind = findKind(msgtype === 'sys' ? fields.text('subtype') : msgtype);
  if (kind === undefined) return 'type';
  if (kind !== msgtype) state.irregularities.add('type.alias');
  if (from === null || to === null) return 'people';
  return findBody(kind, msgtype, fields, state) ?? 'body';
}

/** Null when the list is absent; one receiver may stand alone instead of in a list. */
function readReceivers(fields: Fields, from: PersonKey | null, state: ParseState): readonly PersonKey[] | null {
  const list = fields.value('tolist');
  if (list === undefined) return null;
  if (typeof list === 'string') state.irregularities.add('tolist.not_a_list');
  const written = typeof list === 'string' ? [list] : fields.texts('tolist');
  const keys = written.flatMap((id) => state.person(id) ?? []);
  if (from !== null && keys.includes(from)) state.irregularities.add('tolist.has_sender');
  return [...new Set(keys)].filter((key) => key !== from);
}

function assemble(
  fields: Fields,
  state: ParseState,
  from: PersonKey | null,
  to: readonly PersonKey[],
  body: MessageBody,
): CanonicalMessage {
  const time = readTime(fields.number('msgtime')) ?? readTime(fields.number('time'));
  if (time === null) state.irregularities.add('msgtime.unusable');
  else if (time.inSeconds) state.irregularities.add('msgtime.seconds');
  const room = cleanId(fields.text('roomid'));
  return {
    msgid: fields.text('msgid').replaceAll('\0', '').toWellFormed(),
    action: fields.text('action'),
    from,
    to,
    writtenAs: state.writtenAs,
    roomId: room === '' ? null : (room as RoomId),
    sentAt: time?.at ?? null,
    body,
    irregularities: [...state.irregularities],
  };
}
