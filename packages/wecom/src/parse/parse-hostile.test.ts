import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isExternalMessage,
  listMedia,
  maskFileIds,
  parseMessage,
  peopleOf,
  previewText,
  searchableText,
} from './index.ts';

const encoder = new TextEncoder();
const parse = (text: string) => parseMessage(encoder.encode(text));
const ID = `CiA${'7b8c57cd7139e0f0'.repeat(8)}==`;

function message(fields: Record<string, unknown>): string {
  return JSON.stringify({
    msgid: '1_external',
    action: 'send',
    from: 'ZhaoKai',
    tolist: ['wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8'],
    msgtime: 1794500000000,
    ...fields,
  });
}

const record = (items: readonly unknown[]) =>
  message({ msgtype: 'chatrecord', chatrecord: { title: 'r', item: items } });
const textItem = (text: string) => ({ type: 'ChatRecordText', msgtime: 1, content: JSON.stringify({ content: text }) });

function nest(depth: number): unknown {
  const inner = depth === 0 ? [textItem('deepest'), imageItem()] : [nest(depth - 1)];
  return { type: 'chatrecord', msgtime: 1, content: JSON.stringify({ title: `level ${depth}`, item: inner }) };
}

function imageItem(): unknown {
  return { type: 'ChatRecordImage', msgtime: 1, content: JSON.stringify({ sdkfileid: ID, filesize: 9 }) };
}

describe('bytes that are no message', () => {
  it.each([
    ['nothing', ''],
    ['a NUL', '\0'],
    ['words', 'hello'],
    ['a list', '[1]'],
    ['a number', '7'],
    ['cut off', '{"msgid":"1","action":"send"'],
    ['brackets without end', '['.repeat(200_000)],
  ])('become unknown with their text kept: %s', (_name, text) => {
    const { body } = parse(text);
    expect(body).toMatchObject({ kind: 'unknown', reason: 'not_json', raw: text.replaceAll('\0', '') });
  });

  it('become unknown when nested beyond every stack', () => {
    const deep = message({ msgtype: 'text', text: '@' }).replace('"@"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    expect(parse(deep).body.kind).toBe('unknown');
  });

  it('mask the file id even where the end is cut off', () => {
    const { body } = parse(`{"msgtype":"image","image":{"sdkfileid":"${ID.slice(0, 40)}`);
    expect(JSON.stringify(body)).not.toContain(ID.slice(0, 20));
  });
});

describe('damaged text', () => {
  it('is read through raw control characters inside strings', () => {
    const parsed = parse(message({ msgtype: 'text', text: { content: 'A@B@C' } }).replaceAll('@', '\u0011\n'));
    expect(parsed.body).toMatchObject({ kind: 'text', text: 'A\u0011\nB\u0011\nC' });
    expect(parsed.irregularities).toContain('json.control_characters');
    expect(searchableText(parsed)).toEqual([{ field: 'text', text: 'A\nB\nC' }]);
  });

  it('is read through broken UTF-8', () => {
    const bytes = encoder.encode(message({ msgtype: 'text', text: { content: 'A@B' } }));
    bytes[bytes.indexOf(0x40)] = 0xff;
    expect(parseMessage(bytes).body).toMatchObject({ kind: 'text', text: 'A\ufffdB' });
  });

  it('keeps NUL and lone surrogates out of ids and out of the searchable text', () => {
    const parsed = parse(
      message({ from: 'Zhao\0Kai\ud800', roomid: 'wr\0x', msgtype: 'text', text: { content: 'a\0b\ud800' } }),
    );
    expect(parsed.from).toBe('zhaokai\ufffd');
    expect(parsed.roomId).toBe('wrx');
    expect(searchableText(parsed)).toEqual([{ field: 'text', text: 'ab\ufffd' }]);
  });
});

describe('records', () => {
  it('are read eight levels deep; what lies deeper keeps its text and its files', () => {
    const shallow = parse(record([nest(5)]));
    expect(JSON.stringify(shallow.body)).not.toContain('"depth"');
    const deep = parse(record([nest(12)]));
    expect(JSON.stringify(deep.body)).toContain('"reason":"depth"');
    expect(searchableText(deep).some(({ text }) => text.includes('deepest'))).toBe(true);
    expect(listMedia(deep.body).map((media) => media.sdkfileid)).toEqual([ID]);
    expect(deep.irregularities).toContain('items.limit');
  });

  it('of more than two hundred entries keep the rest as one entry with all of its text', () => {
    const items = Array.from({ length: 250 }, (_, at) => textItem(`entry ${at}.`));
    const parsed = parse(record([...items, imageItem()]));
    const found = searchableText(parsed)
      .map(({ text }) => text)
      .join();
    for (let at = 0; at < 250; at++) expect(found).toContain(`entry ${at}.`);
    expect(listMedia(parsed.body).map((media) => media.path)).toEqual(['chatrecord.item[250]']);
  });

  it('say how many entries a limit left out', () => {
    const parsed = parse(record(Array.from({ length: 250 }, (_, at) => textItem(`entry ${at}.`))));
    const last = parsed.body.kind === 'chatrecord' ? parsed.body.items.at(-1)?.body : undefined;
    expect(last).toMatchObject({ kind: 'unknown', reason: 'depth', rest: 50 });
    expect(parsed.irregularities).toContain('items.limit');
  });

  it('give a file the same path whether its kind is known or not', () => {
    const unknown = { type: 'ChatRecordNewThing', content: JSON.stringify({ sdkfileid: ID }) };
    expect(listMedia(parse(record([textItem('x'), unknown])).body)[0]?.path).toBe('chatrecord.item[1]');
  });
});

describe('bodies', () => {
  it('of which nothing is understood are unknown rather than an empty card', () => {
    expect(parse(message({ msgtype: 'note', info: { paragraphs: ['x'] } })).body.kind).toBe('unknown');
    expect(parse(message({ msgtype: 'link', link: { heading: 'x' } })).body.kind).toBe('unknown');
  });

  it('are taken from whichever place holds them', () => {
    const parsed = parse(message({ msgtype: 'markdown', info: null, markdown: { content: 'x' } }));
    expect(parsed.body).toEqual({ kind: 'markdown', content: 'x' });
    expect(parsed.irregularities).toContain('body.other_key');
    expect(parse(message({ msgtype: 'text', text: 'bare' })).body).toMatchObject({ text: 'bare' });
  });

  it('are found under the aliases of their type', () => {
    expect(parse(message({ msgtype: 'miniprogram', miniprogram: { title: 't' } })).body.kind).toBe('weapp');
    expect(parse(message({ msgtype: 'meetingvoicecall', meetingvoicecall: { endtime: 1 } })).body.kind).toBe(
      'meeting_voice_call',
    );
    expect(parse(message({ msgtype: 'meeting_control', info: { meeting_id: 1 } })).body.kind).toBe(
      'meeting_notification',
    );
    expect(parse(message({ msgtype: 'sys', subtype: 'revoke', revoke: { pre_msgid: 'a' } })).body.kind).toBe('revoke');
    expect(parse(message({ msgtype: 'sys', subtype: 'text', sys: { content: 'a' } })).body.kind).toBe('text');
    expect(parse(message({ msgtype: 'sys', subtype: 'new', sys: { content: 'a' } })).body.kind).toBe('unknown');
  });

  it('ignore names that every object inherits', () => {
    expect(parse(message({ msgtype: 'constructor', constructor: {} })).body.kind).toBe('unknown');
    expect(parse(message({ msgtype: '__proto__' })).body.kind).toBe('unknown');
  });
});

describe('masking', () => {
  it('hides file ids at any level of strings inside strings', () => {
    let text = JSON.stringify({ sdkfileid: 'short+/secret', name: 'kept' });
    for (let level = 0; level < 5; level++) {
      expect(maskFileIds(text)).not.toContain('secret');
      expect(maskFileIds(text)).toContain('kept');
      text = JSON.stringify({ content: text });
    }
  });

  it('hides them in a list and where letters are escaped', () => {
    expect(maskFileIds('{"sdkfileid":["secret"]}')).not.toContain('secret');
    expect(maskFileIds('{"sdkfileid":"\\u0043iA\\/secret"}')).not.toContain('secret');
  });

  it('hides ids by their shape under any other name', () => {
    expect(maskFileIds(`{"other":"${ID}"}`)).toBe('{"other":"***"}');
  });
});

describe('what is read off a message', () => {
  it('says who took part, sender first, and whether somebody outside did', () => {
    const parsed = parse(message({ msgtype: 'text', text: { content: 'x' } }));
    expect(peopleOf(parsed)).toEqual(['zhaokai', 'wmTESTaAAAQx7Rk2Lp9sVt0Bn4Yd6Hf8']);
    expect(isExternalMessage(parsed)).toBe(true);
    const inside = parse(
      message({
        msgid: '1',
        tolist: ['wbTESTcAAAGd2Fh6Jk8Lz4Xc7Vb1Nm5Q', 'wmshort'],
        msgtype: 'text',
        text: { content: 'x' },
      }),
    );
    expect(isExternalMessage(inside)).toBe(false);
  });

  it('previews in one short line', () => {
    expect(previewText(parse(message({ msgtype: 'text', text: { content: ' a\n\n b ' } })))).toEqual({
      kind: 'text',
      text: 'a b',
    });
    expect(previewText(parse(message({ msgtype: 'image', image: { sdkfileid: ID } })))).toEqual({
      kind: 'image',
      text: '',
    });
    expect(
      [...previewText(parse(message({ msgtype: 'text', text: { content: '好'.repeat(5000) } }))).text].length,
    ).toBe(161);
  });
});

describe('any input at all', () => {
  it('is parsed without an exception, and again to the same', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(parseMessage(bytes)).toEqual(parseMessage(bytes));
      }),
    );
  });

  it('of any JSON in any field is parsed, searched and previewed', () => {
    const kinds = [
      'text',
      'chatrecord',
      'mixed',
      'news',
      'vote',
      'collect',
      'meeting',
      'meeting_voice_call',
      'image',
      'card',
      'solitaire',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.jsonValue(), fc.jsonValue(), (msgtype, body, tolist) => {
        const parsed = parse(message({ msgtype, [msgtype]: body, info: body, tolist, roomid: body, msgtime: tolist }));
        expect(previewText(parsed).kind).toBe(parsed.body.kind);
        expect(listMedia(parsed.body).length).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
