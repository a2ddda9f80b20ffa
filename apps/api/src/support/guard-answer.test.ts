import { expect, it } from 'vitest';
import { guardAnswer } from './guard-answer.ts';

const PIECE = new TextEncoder().encode('piece');

function endless(headers: Record<string, string> = {}): Response {
  return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(PIECE) }), { headers });
}

it('refuses what a browser would save as a file', () => {
  const answer = endless({ 'content-disposition': "attachment; filename*=UTF-8''a.pdf" });
  expect(() => guardAnswer(answer, async () => true, Date.now)).toThrow('support.outside');
});

it('cuts an open answer off within five seconds after the access ended', async () => {
  let [now, isOpen] = [0, true];
  const answer = guardAnswer(
    endless({ 'content-type': 'audio/mpeg' }),
    async () => isOpen,
    () => now,
  );
  expect(answer.headers.get('content-type')).toBe('audio/mpeg');
  const reader = answer.body?.getReader();
  expect((await reader?.read())?.value).toEqual(PIECE);
  now += 4000;
  expect((await reader?.read())?.done).toBe(false);
  isOpen = false;
  now += 4000;
  await expect(
    (async () => {
      for (let n = 0; n < 3; n += 1) await reader?.read();
    })(),
  ).rejects.toThrow('support.over');
});
