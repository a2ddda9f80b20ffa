import { expect, it } from 'vitest';
import { reasonPath } from './reason-path.ts';

const at = (path: string, referer: string | null = null) =>
  new URL(reasonPath(new URL(path, 'http://a.example'), referer), 'http://a.example').searchParams.get('next') ?? '/';

it('goes on where the visitor wanted to be', () => {
  expect(at('/messages/1?q=x')).toBe('/messages/1?q=x');
  expect(at('/search')).toBe('/search');
});

it('goes back to the page that asked for data, never to another site', () => {
  expect(at('/messages/1/more?cursor=c', 'http://a.example/messages/1?gap=30')).toBe('/messages/1?gap=30');
  expect(at('/search/older?cursor=c', 'http://b.example/search')).toBe('/');
  expect(at('/search/numbers', null)).toBe('/');
  expect(at('/search/numbers', 'http://a.example/reason?next=/search')).toBe('/');
});
