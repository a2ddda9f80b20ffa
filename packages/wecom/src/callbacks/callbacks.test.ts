import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddressCheck, readEventEnvelope } from './read-envelope.ts';
import { readEvent } from './read-event.ts';

const query = 'msg_signature=aa&timestamp=1700000000&nonce=n';
const body = (inner: string): Buffer => Buffer.from(`<xml>${inner}</xml>`);

describe('an event from WeCom', () => {
  it('is read from query and body', () => {
    const read = readEventEnvelope(
      new URLSearchParams(query),
      body('<ToUserName><![CDATA[ww1]]></ToUserName>\n<AgentID>2000004</AgentID><Encrypt><![CDATA[abc+/=]]></Encrypt>'),
    );
    expect(read).toEqual({ signature: 'aa', timestamp: '1700000000', nonce: 'n', encrypt: 'abc+/=' });
  });

  it('names its corp and itself', () => {
    const message = body(
      '<ToUserName><![CDATA[ww1]]></ToUserName><FromUserName>sys</FromUserName><MsgType>event</MsgType><Event>msgaudit_notify</Event>',
    );
    expect(readEvent(message)).toEqual({ corpId: 'ww1', event: 'msgaudit_notify' });
    expect(readEvent(body('<ToUserName>ww1</ToUserName><MsgType>text</MsgType><Event>x</Event>'))).toBeUndefined();
  });

  it.each([
    ['a document type', '<!DOCTYPE xml><xml><Encrypt>a</Encrypt></xml>'],
    ['entities', '<!DOCTYPE x [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>'],
    ['an unknown entity', '<xml><Encrypt>&a;</Encrypt></xml>'],
    ['two of a kind', '<xml><Encrypt>a</Encrypt><Encrypt>b</Encrypt></xml>'],
    ['another root', '<html><Encrypt>a</Encrypt></html>'],
    ['markup inside', '<xml><Encrypt><b>a</b></Encrypt></xml>'],
    ['a thousand elements', `<xml>${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}<Encrypt>a</Encrypt></xml>`],
    ['no end', '<xml><Encrypt>a'],
  ])('with %s is none', (_what, text) => {
    expect(readEventEnvelope(new URLSearchParams(query), Buffer.from(text))).toBeUndefined();
  });

  it.each(['', 'timestamp=1&nonce=n', `${query}&nonce=m`, query.replace('1700000000', '1e9'), `${query}&nonce`])(
    'without its signature in the query is none: %s',
    (wrong) => {
      expect(readEventEnvelope(new URLSearchParams(wrong), body('<Encrypt>a</Encrypt>'))).toBeUndefined();
    },
  );

  it('of any bytes is read or not, and nothing is thrown', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 500 }),
      fc
        .array(fc.constantFrom('<xml>', '</xml>', '<Encrypt>', '</Encrypt>', '<![CDATA[', ']]>', '&', ';', 'a', '<!--'))
        .map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, fc.string(), (any, text) => {
        readEvent(any);
        readEventEnvelope(new URLSearchParams(text), any);
        readAddressCheck(new URLSearchParams(text));
      }),
      { numRuns: 2000 },
    );
  });
});

it('the address check is read although its plus signs were not escaped', () => {
  expect(readAddressCheck(new URLSearchParams(`${query}&echostr=a+b/c==`))?.encrypt).toBe('a+b/c==');
  expect(readAddressCheck(new URLSearchParams(`${query}&echostr=a%2Bb/c%3D%3D`))?.encrypt).toBe('a+b/c==');
  expect(readAddressCheck(new URLSearchParams(query))).toBeUndefined();
});
