import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileOpen } from './while-open.ts';

const PIECE = new TextEncoder().encode('piece');
const endless = () => new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(PIECE) });
const endOf = (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> =>
  reader.closed.then(() => '', String);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('ends in the middle within five seconds after the access did, by the clock that it is given', async () => {
  let [now, isOpen] = [0, true];
  const cut = vi.fn(() => false);
  const stream = whileOpen(endless(), async () => isOpen, { fault: 'support.over', now: () => now, cut });
  const reader = stream.getReader();
  expect((await reader.read()).value).toEqual(PIECE);
  now += 4000;
  expect((await reader.read()).done).toBe(false);
  isOpen = false;
  now += 4000;
  await expect(reader.read()).rejects.toThrow('support.over');
  expect(cut).toHaveBeenCalledOnce();
});

it('ends for a reader who reads nothing, or to whom nothing comes', async () => {
  const silent = new ReadableStream<Uint8Array>();
  for (const body of [endless(), silent]) {
    let isOpen = true;
    const cut = vi.fn(() => false);
    const reader = whileOpen(body, async () => isOpen, { fault: 'support.over', now: Date.now, cut }).getReader();
    const ended = endOf(reader);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(cut).not.toHaveBeenCalled();
    isOpen = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(await ended).toContain('support.over');
    expect(cut).toHaveBeenCalledOnce();
  }
});

it('ends when it cannot be found out whether it is open', async () => {
  const unknown = () => Promise.reject(new Error('the database is gone'));
  const reader = whileOpen(endless(), unknown, { fault: 'support.over', now: Date.now }).getReader();
  const ended = endOf(reader);
  await vi.advanceTimersByTimeAsync(5000);
  expect(await ended).toContain('the database is gone');
});

it('looks no more when it came to its end, failed, or was left', async () => {
  const isOpen = vi.fn(async () => true);
  const stream = (body: ReadableStream<Uint8Array>) =>
    whileOpen(body, isOpen, { fault: 'support.over', now: Date.now });
  const whole = await new Response(stream(new Response('whole').body ?? endless())).text();
  expect(whole).toBe('whole');
  const failing = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('torn')) });
  await expect(stream(failing).getReader().read()).rejects.toThrow('torn');
  let isLeft = false;
  const left = new ReadableStream<Uint8Array>({ cancel: () => void (isLeft = true) });
  await stream(left).cancel();
  expect(isLeft).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(isOpen).not.toHaveBeenCalled();
});

it('leaves the rest to the connection where that could be cut', async () => {
  let isOpen = true;
  const cut = vi.fn(() => true);
  const stream = whileOpen(endless(), async () => isOpen, { fault: 'support.over', now: Date.now, cut });
  isOpen = false;
  await vi.advanceTimersByTimeAsync(5000);
  expect(cut).toHaveBeenCalledOnce();
  await stream.cancel();
});
