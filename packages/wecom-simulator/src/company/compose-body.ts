import type { UnixMs } from '@highwater/domain';
import type { MediaTicket } from '../corp/corp.ts';
import type { Recipe } from '../media/render-recipe.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import type { Act, SceneLanguage } from './read-scenes.ts';

/** A line that was said before, as a quote or a forwarded record shows it. */
export interface SaidLine {
  readonly msgid: string;
  readonly speaker: Person;
  readonly text: string;
  readonly at: UnixMs;
}

export interface ComposeInput {
  readonly act: Act;
  readonly parts: readonly string[];
  readonly speaker: Person;
  readonly language: SceneLanguage;
  readonly at: UnixMs;
  readonly said: readonly SaidLine[];
  readonly random: Random;
  readonly addMedia: (recipe: Recipe) => MediaTicket;
}

/** What a kind adds to the message: its type word and its body under the right key. */
export interface ComposedBody {
  readonly msgtype: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly action?: 'recall';
  /** What a later quote of this message shows. */
  readonly shown: string;
}

type Compose = (input: ComposeInput) => ComposedBody;

const VARIANTS = 40;
const SITE = 'https://www.example.com/hewang';

const part = (input: ComposeInput, index: number): string => input.parts[index] ?? '';
const label = (input: ComposeInput, zh: string, en: string): string => `[${input.language === 'zh' ? zh : en}]`;

function addImage(input: ComposeInput): Record<string, unknown> {
  const ticket = input.addMedia(`image:${input.random.integer(0, VARIANTS - 1)}`);
  return { md5sum: ticket.md5sum, filesize: ticket.filesize, sdkfileid: ticket.sdkfileid };
}

function fileRecipe(extension: string, variant: number): Recipe {
  switch (extension) {
    case 'pdf':
      return variant % 3 === 0 ? 'fixture:quote-zh.pdf' : `pdf:${variant}`;
    case 'xlsx':
    case 'csv':
    case 'docx':
      return `${extension}:${variant}`;
    default:
      return `txt:${variant}`;
  }
}

/** Phones write several codecs, all under the name .amr; the recordings of the rarer ones last four seconds. */
const RARE_VOICES = ['fixture:silk.amr', 'fixture:nb-475-dtx.amr', 'fixture:wb.amr'] as const;
const RARE_VOICE_SECONDS = 4;

function voiceRecipe(seconds: number, variant: number): Recipe {
  const rare = seconds === RARE_VOICE_SECONDS ? RARE_VOICES[variant % (RARE_VOICES.length + 1)] : undefined;
  return rare ?? `voice:${seconds}:${variant}`;
}

/** WeCom writes a quote as plain text; its layout tells which client the person used. */
function writeQuote(input: ComposeInput): string {
  const [, number = '0', reply = ''] = /^(\d+): ([\s\S]+)$/.exec(part(input, 0)) ?? [];
  const quoted = input.said[Number(number) - 1];
  if (!quoted) throw new SyntaxError('a quote of a line that was not said');
  const name = quoted.speaker.name;
  if (input.speaker.id.startsWith('wm')) return `「${name}：${quoted.text}」\n- - - - - - - - - - - - - - -\n${reply}`;
  const head = input.speaker.language === 'zh' ? '这是一条引用/回复消息：' : 'This is a quote/reply:';
  return `${head}\n"${name}:\n${quoted.text}"\n------\n${reply}`;
}

const COMPOSERS: Readonly<Record<Act, Compose>> = {
  text: (input) => ({ msgtype: 'text', body: { text: { content: part(input, 0) } }, shown: part(input, 0) }),
  quote: (input) => {
    const content = writeQuote(input);
    return { msgtype: 'text', body: { text: { content } }, shown: content.split('\n').at(-1) ?? '' };
  },
  image: (input) => ({ msgtype: 'image', body: { image: addImage(input) }, shown: label(input, '图片', 'Photo') }),
  face: (input) => {
    const ticket = input.addMedia(`face:${input.random.integer(0, 11)}`);
    const { sdkfileid, md5sum, filesize: imagesize } = ticket;
    const emotion = { type: 2, width: 96, height: 96, imagesize, md5sum, sdkfileid };
    return { msgtype: 'emotion', body: { emotion }, shown: label(input, '表情', 'Sticker') };
  },
  voice: (input) => {
    const seconds = Number(part(input, 0)) || 5;
    const ticket = input.addMedia(voiceRecipe(seconds, input.random.integer(0, VARIANTS - 1)));
    const { sdkfileid, md5sum, filesize: voice_size } = ticket;
    const voice = { md5sum, voice_size, play_length: seconds, sdkfileid };
    return { msgtype: 'voice', body: { voice }, shown: label(input, '语音', 'Voice') };
  },
  video: (input) => {
    const { sdkfileid, md5sum, filesize } = input.addMedia('fixture:clip.mp4');
    const video = { md5sum, filesize, play_length: 3, sdkfileid };
    return { msgtype: 'video', body: { video }, shown: label(input, '视频', 'Video') };
  },
  file: (input) => {
    const filename = part(input, 0);
    const fileext = filename.slice(filename.lastIndexOf('.') + 1);
    const ticket = input.addMedia(fileRecipe(fileext, input.random.integer(0, VARIANTS - 1)));
    const { sdkfileid, md5sum, filesize } = ticket;
    return { msgtype: 'file', body: { file: { md5sum, filename, fileext, filesize, sdkfileid } }, shown: filename };
  },
  link: (input) => ({
    msgtype: 'link',
    body: {
      link: {
        title: part(input, 0),
        description: part(input, 1),
        link_url: part(input, 2),
        image_url: `${SITE}/link.png`,
      },
    },
    shown: part(input, 0),
  }),
  location: (input) => ({
    msgtype: 'location',
    body: {
      location: {
        longitude: Number(part(input, 2)),
        latitude: Number(part(input, 3)),
        address: part(input, 1),
        title: part(input, 0),
        zoom: 15,
      },
    },
    shown: part(input, 0),
  }),
  weapp: (input) => ({
    msgtype: 'weapp',
    body: {
      weapp: {
        title: part(input, 0),
        description: part(input, 1),
        username: 'gh_hewang0fruit@app',
        displayname: part(input, 2),
      },
    },
    shown: part(input, 0),
  }),
  doc: (input) => ({
    msgtype: 'docmsg',
    body: { doc: { title: part(input, 0), link_url: part(input, 1), doc_creator: input.speaker.id } },
    shown: part(input, 0),
  }),
  recall: (input) => {
    const own = input.said.findLast((line) => line.speaker === input.speaker);
    if (!own) throw new SyntaxError('a recall by somebody who said nothing');
    return { msgtype: 'revoke', action: 'recall', body: { revoke: { pre_msgid: own.msgid } }, shown: '' };
  },
  agree: (input) => ({
    msgtype: 'agree',
    body: { agree: { userid: input.speaker.id, agree_time: input.at - 2000 } },
    shown: '',
  }),
  call: (input) => ({
    msgtype: 'voiptext',
    body: { info: { callduration: Number(part(input, 0)), invitetype: Number(part(input, 1)) || 2 } },
    shown: label(input, '通话', 'Call'),
  }),
  markdown: (input) => ({ msgtype: 'markdown', body: { info: { content: part(input, 0) } }, shown: part(input, 0) }),
  todo: (input) => ({
    msgtype: 'todo',
    body: { todo: { title: part(input, 0), content: part(input, 1) } },
    shown: part(input, 0),
  }),
  meeting: (input) => {
    const starttime = Math.floor(input.at / 1000) + 86_400;
    const times = { starttime, endtime: starttime + 3600 };
    const rest = { address: part(input, 1), remarks: part(input, 2), meetingtype: 101 };
    const meetingid = input.random.integer(1_000_000_000, 9_999_999_999);
    return {
      msgtype: 'meeting',
      body: { meeting: { topic: part(input, 0), ...times, ...rest, meetingid } },
      shown: part(input, 0),
    };
  },
  calendar: (input) => {
    const starttime = Math.floor(input.at / 1000) + 3 * 86_400;
    const times = { starttime, endtime: starttime + 4 * 3600 };
    const people = { creatorname: input.speaker.name, attendeename: [input.speaker.name] };
    const rest = { place: part(input, 1), remarks: part(input, 2) };
    return {
      msgtype: 'calendar',
      body: { calendar: { title: part(input, 0), ...people, ...times, ...rest } },
      shown: part(input, 0),
    };
  },
  mixed: (input) => {
    const text = (content: string) => ({ type: 'text', content: JSON.stringify({ content }) });
    const image = { type: 'image', content: JSON.stringify(addImage(input)) };
    const item = [text(`${part(input, 0)}\n`), image, text(part(input, 1))];
    return { msgtype: 'mixed', body: { mixed: { item } }, shown: part(input, 0) };
  },
  record: (input) => {
    const [title = '', ...lines] = input.parts;
    const item = lines.map((content, index) => ({
      type: 'ChatRecordText',
      msgtime: Math.floor(input.at / 1000) - 600 + index * 40,
      content: JSON.stringify({ content }),
      from_chatroom: true,
    }));
    return { msgtype: 'chatrecord', body: { chatrecord: { title, item } }, shown: title };
  },
};

/** The body of one message. Throws a SyntaxError when the scene asks for what cannot be. */
export function composeBody(input: ComposeInput): ComposedBody {
  return COMPOSERS[input.act](input);
}
