import { z } from 'zod';

const user = z.object({ name: z.string(), email: z.string() });
const withUser = z.object({ user });
const pending = z.object({ twoFactorRedirect: z.literal(true) });
const refusal = z.object({ code: z.string(), message: z.string() }).partial();
const registered = z.object({ id: z.string() });

/** What leaves of the library's answers: never the session's token, which is the cookie's alone. */
const SHAPES: readonly z.ZodType[] = [pending, withUser, registered, z.null()];

/** The same answer with a body of ours. */
export function answerWith(answer: Response, body: unknown, status = answer.status): Response {
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(body), { status, headers });
}

export async function reduceAnswer(answer: Response): Promise<Response> {
  const body: unknown = await answer.json().catch(() => null);
  if (!answer.ok) return answerWith(answer, refusal.catch({}).parse(body));
  for (const shape of SHAPES) {
    const read = shape.safeParse(body);
    if (read.success) return answerWith(answer, read.data);
  }
  return answerWith(answer, { status: true });
}

export function done(cookies: readonly string[] = []): Response {
  const headers = new Headers({ 'content-type': 'application/json' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(JSON.stringify({ status: true }), { headers });
}

/** Whose session an answer of the library opened; undefined when it opened none. */
export async function openedFor(answer: Response): Promise<{ id: string; email: string } | undefined> {
  if (!answer.ok) return undefined;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => null);
  const read = z.object({ user: z.object({ id: z.string(), email: z.string() }) }).safeParse(body);
  return read.success ? read.data.user : undefined;
}
