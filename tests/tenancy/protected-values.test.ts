import { expect, it } from 'vitest';
import { findValues } from './protected-values.ts';

const value = '荔枝-0a1b2c3d';
const find = (text: string): number => findValues(Buffer.from(text, 'utf8'), [{ value }]).length;

it.each([
  ['as it is', `{"text":"${value}"}`],
  ['escaped as JSON', '{"text":"\\u8354\\u679d-0a1b2c3d"}'],
  ['in an address', `/v1/x?q=${encodeURIComponent(value)}`],
  ['as hex', Buffer.from(value).toString('hex')],
  ['in base64 after nothing', Buffer.from(`${value}…`).toString('base64')],
  ['in base64 after one byte', Buffer.from(`"${value}"`).toString('base64url')],
  ['in base64 after two bytes', Buffer.from(`{"${value}"}`).toString('base64url')],
])('finds a value %s', (_how, text) => {
  expect(find(text)).toBe(1);
});

it('finds nothing in what only resembles it', () => {
  expect(find(`荔枝-0a1b2c3e ${Buffer.from('荔枝-0a1b2c3e').toString('base64')}`)).toBe(0);
});

it('a value in GBK, in upper-case hex or with every character escaped is found', () => {
  const gbk = Buffer.from([0x78, 0xb3, 0xce, 0xba, 0xa3, 0xb9, 0xfb, 0xd2, 0xb5, 0x79]);
  expect(findValues(gbk, [{ value: '澄海果业' }])).toHaveLength(1);
  expect(findValues(gbk, [{ value: '澄海水产' }])).toHaveLength(0);
  const found = (text: string): number => findValues(Buffer.from(text), [{ value: 'secret-one' }]).length;
  expect(found(`x${Buffer.from('secret-one').toString('hex').toUpperCase()}y`)).toBe(1);
  expect(found(String.raw`\u0073\u0065\u0063\u0072\u0065\u0074\u002d\u006f\u006e\u0065`)).toBe(1);
  expect(found('secret-two')).toBe(0);
});
