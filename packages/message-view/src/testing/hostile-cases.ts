import type { CanonicalMessage, MessageBody } from '@highwater/domain';
import { parseMessage } from '@highwater/wecom';
import { readSamples } from './read-samples.ts';

/** What attackers and accidents put into a field. */
export const HOSTILE_TEXTS: Readonly<Record<string, string>> = {
  script: '<script>alert("hit")</script><img src=x onerror=alert("hit")><svg/onload=alert("hit")>',
  brokenOut: `"'>]]></textarea></style></title></script><script>alert('hit')</script><!--`,
  frame: '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe><base href="https://evil.example/">',
  style: '</style><style>*{display:none!important}</style>;background:url(https://evil.example/x);expression(alert(1))',
  template: "{{constructor.constructor('alert(1)')()}} ${alert(1)} <%= alert(1) %> [object Object] __proto__",
  address: 'javascript:alert(1)//https://evil.example/<script>alert(1)</script>',
  data: 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  markdown:
    '[x](javascript:alert(1)) ![x](https://evil.example/p.png) <font color="warning" onclick="alert(1)">y</font>',
  turned: '\u202egpj.exe\u202c \u2067abc\u2066 \u200f\u200e exe.\u202e',
  stacked: `Z${'\u0301\u0302\u0303\u0304\u0305'.repeat(60)}algo`,
  control: 'A\u0000B\u0007C\u001b[31mD\u0085E\u2028F\u2029G\ud800H',
  fileName: '..\\..\\windows\\system32\\con.exe\u0000.pdf\u202efdp.exe',
  wide: '\ufdfd'.repeat(40) + '𒐫'.repeat(20),
  emoji: '👩‍❤️‍💋‍👨'.repeat(10_000),
  longWord: 'x'.repeat(50_000),
  longAddress: `https://evil.example/${'a'.repeat(200_000)}`,
  lines: '\n'.repeat(50_000),
  megabyte: '这是一段很长的话，没有人会读完它。https://evil.example/a '.repeat(30_000).slice(0, 1_048_576),
};

/** Fields that the parser sets to one of our own words, and the place of a file. */
const OURS = new Set([
  'kind',
  'format',
  'step',
  'reply',
  'packet',
  'feed',
  'call',
  'notice',
  'reason',
  'mediaKind',
  'path',
  'size',
  'count',
  'amountFen',
]);

function filled(value: unknown, text: string, name = ''): unknown {
  if (typeof value === 'string') return OURS.has(name) ? value : text;
  if (Array.isArray(value)) return value.map((one) => filled(one, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner, text, key)]));
}

/** One message of each kind, as its first sample parses. */
export function oneOfEachKind(): readonly CanonicalMessage[] {
  const byKind = new Map<string, CanonicalMessage>();
  for (const { text } of readSamples()) {
    const message = parseMessage(new TextEncoder().encode(text));
    if (!byKind.has(message.body.kind)) byKind.set(message.body.kind, message);
  }
  return [...byKind.values()];
}

/** The message with the same text in every field that another company or person fills. */
export function withTextEverywhere(message: CanonicalMessage, text: string): CanonicalMessage {
  return { ...message, body: filled(message.body, text) as MessageBody };
}

/** Fields of a message that `withTextEverywhere` fills. */
export function countFields(message: CanonicalMessage): number {
  return JSON.stringify(withTextEverywhere(message, '\ue000').body).split('\ue000').length - 1 || 1;
}

/** A record within a record, `depth` times, with `width` texts at each level. */
export function deepRecord(depth: number, width: number, text: string): MessageBody {
  const said = Array.from({ length: width }, () => ({
    sentAt: null,
    fromRoom: null,
    sourceType: 'ChatRecordText',
    body: { kind: 'text', text, quote: null } as const,
  }));
  const inner: MessageBody | null = depth <= 1 ? null : deepRecord(depth - 1, width, text);
  const items =
    inner === null ? said : [...said, { sentAt: null, fromRoom: null, sourceType: 'chatrecord', body: inner }];
  return { kind: 'chatrecord', title: text, items };
}

/** A poll, a form, a chain and a list of articles with thousands of entries. */
export function crowdedBodies(text: string): readonly MessageBody[] {
  const times = <Entry>(entry: Entry): readonly Entry[] => Array.from({ length: 10_000 }, () => entry);
  return [
    { kind: 'vote', title: text, options: times(text), step: 'start', voteId: '1' },
    {
      kind: 'collect',
      title: text,
      roomName: text,
      creator: text,
      createdAt: text,
      questions: times({ id: '1', question: text, type: text }),
    },
    { kind: 'solitaire', title: text, content: text, entries: times({ person: null, content: text }) },
    { kind: 'news', articles: times({ title: text, description: text, url: text, imageUrl: text }) },
    {
      kind: 'calendar',
      title: text,
      creator: text,
      attendees: times(text),
      place: text,
      remarks: text,
      startsAt: null,
      endsAt: null,
    },
  ];
}
