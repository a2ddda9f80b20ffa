import fc from 'fast-check';
import { FaultError } from '@highwater/domain';
import { describe, expect, it } from 'vitest';
import { checkTokenAnswer } from './check-token-answer.ts';
import { readHttpAnswer } from './read-http-answer.ts';
import { readRelayedRequest } from './relayed-request.ts';

const HEADS = [
  'HTTP/1.1 200 OK\r\n',
  'Content-Length: 5\r\n',
  'Transfer-Encoding: chunked\r\n',
  '\r\n',
  '5\r\n',
  '0\r\n',
];
const REQUESTS = [
  'GET /cgi-bin/gettoken HTTP/1.0\r\n',
  'Host: qyapi.weixin.qq.com\r\n',
  'Content-Length: 3\r\n',
  '\r\n',
];

/** Bytes that are nearly what is expected: pieces of it, in any order, with anything between. */
const nearly = (pieces: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...pieces).map((text) => Buffer.from(text)),
        fc.uint8Array({ maxLength: 20 }),
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => Buffer.concat(parts));

describe('any bytes', () => {
  it('in place of an answer are read, waited for or broken, and never both whole and more', () => {
    fc.assert(
      fc.property(nearly(HEADS), fc.boolean(), (bytes, ended) => {
        const answer = readHttpAnswer(bytes, ended);
        if (ended) expect(answer).not.toBeUndefined();
        if (typeof answer === 'object') expect(answer.body.length).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a whole answer cut anywhere are waited for, and broken once nothing more comes', () => {
    const body = '{"errcode":0}';
    const whole = [
      `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      `HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\n${body.slice(0, 3)}\r\nA\r\n${body.slice(3)}\r\n0\r\n\r\n`,
    ];
    for (const text of whole) {
      const bytes = Buffer.from(text);
      expect(readHttpAnswer(bytes, false)).toEqual({ body: Buffer.from(body) });
      // The empty line behind the last chunk adds nothing.
      for (let cut = 0; cut < bytes.length - 5; cut += 1) {
        const head = bytes.subarray(0, cut);
        expect([cut, readHttpAnswer(head, false), readHttpAnswer(head, true)]).toEqual([cut, undefined, 'broken']);
      }
    }
  });

  it('in place of a request are one request for WeCom, incomplete, or refused', () => {
    fc.assert(
      fc.property(nearly(REQUESTS), (bytes) => {
        const request = readRelayedRequest(bytes);
        if (request === undefined || request === 'refused') return;
        const text = request.bytes.toString('latin1');
        expect(text).toContain('\r\n\r\n');
        expect(text.split('\r\n\r\n')[0]).toContain('Host: qyapi.weixin.qq.com');
      }),
      { numRuns: 2000 },
    );
  });

  it('in place of a gettoken answer are a fault or four fields', () => {
    const anyFields = fc.dictionary(
      fc.constantFrom('errcode', 'errmsg', 'access_token', 'expires_in', 'other'),
      fc.oneof(fc.integer(), fc.constant(0), fc.string(), fc.constant(null), fc.double()),
    );
    const anyBody = fc.oneof(
      anyFields.map((fields) => Buffer.from(JSON.stringify(fields))),
      fc.uint8Array().map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(anyBody, (body) => {
        const fault = checkTokenAnswer(body);
        if (fault !== undefined) return void expect(fault).toBeInstanceOf(FaultError);
        const names = Object.keys(JSON.parse(body.toString('utf8')) as object);
        expect(names).not.toContain('other');
        expect(names).toEqual(expect.arrayContaining(['errcode', 'access_token', 'expires_in']));
      }),
      { numRuns: 3000 },
    );
  });
});
