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
    expect(readEvent(message)).toEqual({ corpId: 'ww1', event: 'msgaudit_notify', change: null });
    expect(readEvent(body('<ToUserName>ww1</ToUserName><MsgType>text</MsgType><Event>x</Event>'))).toBeUndefined();
  });

  it.each([
    [
      'change_external_contact',
      '<ChangeType>edit_external_contact</ChangeType><UserID>ChenMin</UserID><ExternalUserID>wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R</ExternalUserID>',
      { of: 'external_contact', external: 'wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R', employee: 'chenmin' },
    ],
    [
      'change_external_contact',
      '<ChangeType>msg_audit_approved</ChangeType><UserID>ChenMin</UserID><ExternalUserID>wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R</ExternalUserID><WelcomeCode>x</WelcomeCode>',
      { of: 'consent', external: 'wmTESTaAAAZc3Wq8Ek1uMi5Ox7Pv2R', employee: 'chenmin' },
    ],
    ['change_external_contact', '<ChangeType>transfer_fail</ChangeType><UserID>ChenMin</UserID>', null],
    ['change_external_chat', '<ChatId> wr1 </ChatId><ChangeType>dismiss</ChangeType>', { of: 'room', roomId: 'wr1' }],
    ['change_external_chat', '<ChangeType>dismiss</ChangeType>', null],
    [
      'change_contact',
      '<ChangeType>update_user</ChangeType><UserID>ChenMin</UserID><NewUserID>Chen.Min</NewUserID><Name>x</Name>',
      { of: 'employees', employees: ['chenmin', 'chen.min'] },
    ],
    ['change_contact', '<ChangeType>delete_party</ChangeType><Id>3</Id>', { of: 'departments' }],
    ['change_contact', '<ChangeType>update_tag</ChangeType><TagId>3</TagId>', null],
    ['change_external_tag', '<ChangeType>create</ChangeType><Id>et1</Id>', { of: 'tags' }],
    ['something_new', '<ChatId>wr1</ChatId>', null],
  ])('about people or rooms is read as far as its ids: %s %s', (event, inner, change) => {
    const message = body(`<ToUserName>ww1</ToUserName><MsgType>event</MsgType><Event>${event}</Event>${inner}`);
    expect(readEvent(message)).toEqual({ corpId: 'ww1', event, change });
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
