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
