import { FaultError } from '@highwater/domain';
import { streamOf } from '../http/stream-of.ts';
import { whileOpen } from '../http/while-open.ts';

/**
 * An answer of bytes as support may have it: looked at, never saved as a file (`support.outside`), and cut off when the
 * access ends meanwhile. A reader that waits longer gets nothing until it was looked again.
 */
export function guardAnswer(answer: Response, isOpen: () => Promise<boolean>, now: () => number): Response {
  if (/^attachment/i.test(answer.headers.get('content-disposition') ?? '')) {
    void answer.body?.cancel();
    throw new FaultError('support.outside');
  }
  if (answer.body === null) return answer;
  const { status, headers } = answer;
  return new Response(streamOf(whileOpen(answer.body, isOpen, { fault: 'support.over', now })), { status, headers });
}
