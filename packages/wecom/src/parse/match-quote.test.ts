import type { QuotedText } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { matchQuote } from './match-quote.ts';
import { parseMessage } from './parse-message.ts';
import { parseQuote } from './parse-quote.ts';

function said(from: string, content: string, msgtype = 'text') {
  const body = { [msgtype]: msgtype === 'file' ? { filename: content, sdkfileid: 'CiAx' } : { content } };
  const text = JSON.stringify({ msgid: content, action: 'send', from, tolist: ['x'], msgtime: 1, msgtype, ...body });
  return { message: parseMessage(new TextEncoder().encode(text)), names: [from] };
}
const quoteOf = (quoted: string, name = 'lin'): QuotedText => ({ name, quoted, reply: '好' });

describe('a quote', () => {
  it.each([
    ['the same words', '明天几点送货', '明天几点送货'],
    ['the same words in other spacing', '明天  几点\n送货 ', '明天几点送货'.replace('几', ' 几').replace('送', ' 送')],
    ['words that were cut with a mark', '这批是活动价…', '这批是活动价，最低 128 元一箱'],
    [
      'long words that were cut without one',
      '一二三四五六七八九十'.repeat(2),
      `${'一二三四五六七八九十'.repeat(2)}再多几个字`,
    ],
  ])('is matched by %s', (_, quoted, text) => {
    const found = said('lin', text);
    expect(matchQuote(quoteOf(quoted), [said('lin', '别的'), found])).toBe(found);
  });

  it.each([
    ['other words', '明天几点', '后天几点'],
    ['short words that only begin alike', '好', '好的，明天见'],
    ['no words', '  ', '   '],
    ['a mark that stands for everything', '…', '任何话'],
  ])('is not matched by %s', (_, quoted, text) => {
    expect(matchQuote(quoteOf(quoted), [said('lin', text)])).toBeUndefined();
  });

  it('is matched by the newest, unless an older one has the name', () => {
    const [newer, older] = [said('zhao', '收到'), said('lin', '收到')];
    expect(matchQuote(quoteOf('收到', 'lin'), [newer, older])).toBe(older);
    expect(matchQuote(quoteOf('收到', '不认识的人'), [newer, older])).toBe(newer);
  });

  it('of a reply is matched by its own words, and of a file by its name', () => {
    const reply = said('lin', '「王：在吗」\n- - - - - - - - - - - - - - -\n在的');
    expect(matchQuote(quoteOf('在的'), [reply])).toBe(reply);
    const file = said('lin', '报价.pdf', 'file');
    expect(matchQuote(quoteOf('报价.pdf'), [file])).toBe(file);
  });
});

describe('the layouts of a reply', () => {
  const LINE = '- - - - - - - - - - - - - - -';
  const quote = { name: '王女士', quoted: '便宜一点?', reply: '可以' };

  it.each([
    ['Chinese, straight', '这是一条引用/回复消息：\n"王女士:\n便宜一点?"\n------\n可以'],
    ['Chinese, curly and full width', '这是一条引用/回复消息：\n“王女士：\n便宜一点?”\n------\n可以'],
    ['Chinese, half-width colon', '这是一条引用/回复消息:\n"王女士:\n便宜一点?"\n------\n可以'],
    ['English, straight', 'This is a quote/reply:\n"王女士:\n便宜一点?"\n------\n可以'],
    ['English, curly', 'This is a quote/reply：\n“王女士：\n便宜一点?”\n------\n可以'],
    ['with line feeds of Windows', 'This is a quote/reply:\r\n"王女士:\r\n便宜一点?"\r\n------\r\n可以'],
    ['of WeChat', `「王女士：便宜一点?」\n${LINE}\n可以`],
    ['of WeChat, half-width colon', `「王女士:便宜一点?」\n${LINE}\n可以`],
    ['of WeChat, curly', `“王女士：便宜一点?”\n${LINE}\n可以`],
    ['of WeChat, straight', `"王女士:便宜一点?"\n${LINE}\n可以`],
  ])('%s are read', (_, text) => {
    expect(parseQuote(text)).toEqual(quote);
  });

  it.each(['「王女士：便宜一点?」\n可以', '这是一条引用/回复消息：\n可以', `王女士：便宜一点?\n${LINE}\n可以`, ''])(
    'are not read into %j',
    (text) => expect(parseQuote(text)).toBeNull(),
  );

  it('keep line breaks on both sides', () => {
    expect(parseQuote(`「王：一\n二」\n${LINE}\n三\n四`)).toEqual({ name: '王', quoted: '一\n二', reply: '三\n四' });
  });
});
