import type { BodyParser } from './body-parser.ts';
import { parseQuote } from './parse-quote.ts';

export const parseText: BodyParser = (fields) => {
  if (fields.value('content') === undefined) return undefined;
  const text = fields.text('content');
  return { kind: 'text', text, quote: parseQuote(text) };
};

export const parseMarkdown: BodyParser = (fields) => ({ kind: 'markdown', content: fields.text('content') });

export const parseRevoke: BodyParser = (fields) => ({
  kind: 'revoke',
  preMsgid: fields.text('pre_msgid').replaceAll('\0', '').toWellFormed(),
});

export const parseAgree: BodyParser = (fields, { state }) => ({
  kind: 'agree',
  person: state.person(fields.text('userid')),
  decidedAt: fields.time('agree_time'),
});

export const parseDisagree: BodyParser = (fields, { state }) => ({
  kind: 'disagree',
  person: state.person(fields.text('userid')),
  decidedAt: fields.time('disagree_time', 'agree_time'),
});

export const parseTodo: BodyParser = (fields) => ({
  kind: 'todo',
  title: fields.text('title'),
  content: fields.text('content'),
});
