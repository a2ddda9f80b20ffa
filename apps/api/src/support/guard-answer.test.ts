import { expect, it } from 'vitest';
import { guardAnswer } from './guard-answer.ts';

const answer = (disposition: string) => new Response('x', { headers: { 'content-disposition': disposition } });

it('refuses what a browser would save as a file', () => {
  expect(() => guardAnswer(answer("attachment; filename*=UTF-8''a.pdf"))).toThrow('support.outside');
});

it('lets through what is shown in place', () => {
  const shown = answer('inline');
  expect(guardAnswer(shown)).toBe(shown);
});
