import { FaultError } from '@highwater/domain';

/** An answer of bytes as support may have it: looked at, never saved as a file. Throws `support.outside`. */
export function guardAnswer(answer: Response): Response {
  if (/^attachment/i.test(answer.headers.get('content-disposition') ?? '')) {
    void answer.body?.cancel();
    throw new FaultError('support.outside');
  }
  return answer;
}
