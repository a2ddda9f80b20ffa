import { FaultError } from '@highwater/domain';
import { bodyLimit } from 'hono/body-limit';

const LARGEST_BODY = 1024 * 1024;

export function limitBody() {
  return bodyLimit({
    maxSize: LARGEST_BODY,
    onError: () => {
      throw new FaultError('request.too_large');
    },
  });
}
