import { bodyLimit } from 'hono/body-limit';

/** The largest form holds a list of people, or a private key; what goes through to the API has that one's limits. */
const LARGEST_FORM = 1024 * 1024;

export function limitForms() {
  return bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => c.text('request.too_large', 413) });
}
