const textOrNull = { type: ['string', 'null'] } as const;
const localTime = 'with offset and zone (RFC 9557), e.g. 2026-11-12T20:14:36.174+08:00[Asia/Shanghai]';

/** `schema/message.schema.json`: what a line of `messages/…/yyyy-mm.jsonl` means, for a reader in ten years. */
export const MESSAGE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'One message of a WeCom conversation',
  description: 'One line of messages/<conversation>/<yyyy-mm>.jsonl. Files hold messages oldest first, UTF-8, LF.',
  type: 'object',
  properties: {
    message_id: { type: 'string', description: 'Id in the archive; the same message always has the same one.' },
    msgid: { type: 'string', description: "WeCom's id; empty when it gave none." },
    seq: {
      type: 'string',
      pattern: '^[0-9]+$',
      description: "WeCom's number of the message: unsigned 64-bit, decimal.",
    },
    sent_at: { type: 'integer', description: 'When it was sent: milliseconds since 1970-01-01T00:00:00Z.' },
    sent_at_local: { type: 'string', description: `The same moment ${localTime}.` },
    sent_at_known: {
      type: 'boolean',
      description: 'False when WeCom gave no usable time; sent_at is then when the archive received it.',
    },
    archived_at: {
      type: 'integer',
      description: 'When the archive stored it: milliseconds since 1970-01-01T00:00:00Z.',
    },
    archived_at_local: { type: 'string', description: `The same moment ${localTime}.` },
    direction: {
      enum: ['internal', 'inbound', 'outbound', 'none'],
      description: 'Seen from the company: among employees, from outside, to outside, or not a message between people.',
    },
    action: { type: 'string', description: 'As WeCom wrote it: send, recall, switch.' },
    sender: { ...textOrNull, description: 'Key of a person in people.json.' },
    sender_name: {
      ...textOrNull,
      description: 'What the sender was called then, as far as it was seen; for who has no name a label or the id.',
    },
    receivers: { type: 'array', items: { type: 'string' }, description: 'Keys of people, without the sender.' },
    written_as: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description: 'Ids as WeCom wrote them, by key, where they differ in letter case.',
    },
    names: {
      type: 'object',
      additionalProperties: { type: 'string' },
      description:
        'What people of the message were called then, by key, where that differs from their name in people.json.',
    },
    room_id: { ...textOrNull, description: "WeCom's id of the room; null between two people." },
    room_name: { ...textOrNull, description: 'What the room was called then; null where no name is known.' },
    kind: { type: 'string', description: 'text, image, voice, video, file, link, chatrecord, revoke, …, or unknown.' },
    body: {
      type: 'object',
      properties: { kind: { type: 'string' } },
      required: ['kind'],
      description: 'What people saw, by kind; nested records and their files stand in full.',
    },
    media: {
      type: 'array',
      description: 'Every file of the message, nested ones too.',
      items: {
        type: 'object',
        properties: {
          place: { type: 'string', description: 'Where in the body the file belongs.' },
          kind: { enum: ['image', 'voice', 'video', 'emotion', 'file', 'call'] },
          file_name: { ...textOrNull, description: 'The name people saw.' },
          bytes: { type: ['integer', 'null'] },
          sha256: { ...textOrNull, description: 'Of the content; null when the file is absent.' },
          path: { ...textOrNull, description: 'In this package. A file listed in missing.csv is not there.' },
          reason: { ...textOrNull, description: 'Why the file is absent; in words in missing.csv.' },
        },
        required: ['place', 'kind', 'file_name', 'bytes', 'sha256', 'path', 'reason'],
        additionalProperties: false,
      },
    },
    recalled_at: { type: ['integer', 'null'], description: 'When the sender recalled it: milliseconds, else null.' },
    recalled_at_local: { ...textOrNull, description: `The same moment ${localTime}.` },
    irregularities: { type: 'array', items: { type: 'string' }, description: 'Harmless deviations met while reading.' },
    original: {
      type: 'string',
      description:
        'The exact text that WeCom gave, as a string. Only file ids, which contain keys, are replaced by "[removed: sdkfileid]".',
    },
  },
  required: [
    'message_id',
    'msgid',
    'seq',
    'sent_at',
    'sent_at_local',
    'sent_at_known',
    'archived_at',
    'archived_at_local',
    'direction',
    'action',
    'sender',
    'sender_name',
    'receivers',
    'written_as',
    'names',
    'room_id',
    'room_name',
    'kind',
    'body',
    'media',
    'recalled_at',
    'recalled_at_local',
    'irregularities',
    'original',
  ],
  additionalProperties: false,
} as const;
