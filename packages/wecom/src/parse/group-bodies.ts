import type { BodyParser } from './body-parser.ts';
import { Fields } from './fields.ts';
import { isObject } from './json.ts';
import { readTime, wecomTimeText } from './read-time.ts';

const VOTE_STEPS: Readonly<Record<string, 'start' | 'join'>> = { '101': 'start', '102': 'join' };

export const parseVote: BodyParser = (fields) => ({
  kind: 'vote',
  title: fields.text('votetitle'),
  options: fields.texts('voteitem'),
  step: VOTE_STEPS[fields.text('votetype')] ?? 'other',
  voteId: fields.text('voteid'),
});

export const parseCollect: BodyParser = (fields) => ({
  kind: 'collect',
  title: fields.text('title'),
  roomName: fields.text('room_name'),
  creator: fields.text('creator'),
  createdAt: createdText(fields),
  questions: (fields.list('details') ?? []).filter(isObject).map((detail) => {
    const question = new Fields(detail);
    return { id: question.text('id'), question: question.text('ques'), type: question.text('type') };
  }),
});

function createdText(fields: Fields): string {
  const time = readTime(fields.number('create_time'));
  return time === null ? fields.text('create_time') : wecomTimeText(time.at);
}

const PACKETS: Readonly<Record<string, 'normal' | 'lucky' | 'incentive'>> = {
  '1': 'normal',
  '2': 'lucky',
  '3': 'incentive',
};

function packetParser(kind: 'redpacket' | 'external_redpacket'): BodyParser {
  return (fields) => ({
    kind,
    packet: PACKETS[fields.text('type')] ?? 'other',
    wish: fields.text('wish'),
    count: fields.digits('totalcnt'),
    amountFen: fields.digits('totalamount'),
  });
}

export const parseRedPacket = packetParser('redpacket');
export const parseExternalRedPacket = packetParser('external_redpacket');

/** 接龙. Field names are read from client code only, so several spellings are accepted. */
export const parseSolitaire: BodyParser = (fields, { state }) => ({
  kind: 'solitaire',
  title: fields.text('theme', 'title'),
  content: fields.text('content'),
  entries: (fields.list('items', 'item') ?? []).filter(isObject).map((item) => {
    const entry = new Fields(item);
    return { person: state.person(entry.text('userid')), content: entry.text('content') };
  }),
});
