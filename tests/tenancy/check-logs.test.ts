import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { checkLogs } from './check-logs.ts';

function problemsOf(line: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'highwater-logs-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'api.log'), `{"event":"request answered"}\n${line}\n`);
  const word = { what: 'a word', value: '石榴0a1b2c', loggable: false, knownTo: [] };
  const id = { what: 'an id', value: '5f6d16b4-a69a', loggable: true, knownTo: [] };
  return checkLogs(folder, [word, id]).problems;
}

it('finds what must not stand in a log', () => {
  expect(problemsOf('{"event":"odd","text":"石榴0a1b2c"}')).toEqual(['LEAK: api.log holds a word']);
  expect(problemsOf('mail to lin@example.com failed')).toEqual(['LEAK: api.log holds an e-mail address']);
  expect(problemsOf('GET /v1/messages/search?q=x')).toEqual(['LEAK: api.log holds the query of an address']);
  expect(problemsOf('cookie: highwater.session_token=x')).toEqual(['LEAK: api.log holds a session cookie']);
  expect(problemsOf('-----BEGIN PRIVATE KEY-----')).toEqual(['LEAK: api.log holds a key']);
  expect(problemsOf('/v1/exports/links/VuSNzAF8Qh8OCw8UDyTv9A')).toEqual(['LEAK: api.log holds a token’s path']);
});

it('lets ids of things and patterns of routes stand', () => {
  expect(problemsOf('{"route":"/v1/exports/links/{token}","exportId":"5f6d16b4-a69a"}')).toEqual([]);
});
