import type { Actor } from '../actor/actor.ts';
import { actorOfRequest, type AskedBy } from '../actor/actor-of-request.ts';
import { isStillAllowed } from '../actor/still-allowed.ts';
import type { ApiDeps } from '../api-deps.ts';
import { FaultError } from '@highwater/domain';
import { whileOpen } from '../http/while-open.ts';

/**
 * An answer of bytes that ends when whoever asked for it would be refused by now, or be let see less. `cut` ends the
 * connection that carries it.
 */
export function cutWhenRefused(
  deps: Pick<ApiDeps, 'identity' | 'operators' | 'database' | 'clock'>,
  answer: Response,
  before: Actor,
  asked: AskedBy,
  cut: () => boolean = () => false,
): Response {
  if (answer.body === null || before.kind === 'nobody' || before.kind === 'user' || before.kind === 'operator')
    return answer;
  const { status, headers } = answer;
  const isOpen = async (): Promise<boolean> => isStillAllowed(before, await askAgain(deps, asked));
  const fault = before.kind === 'support' ? 'support.over' : 'permission.missing';
  return new Response(whileOpen(answer.body, isOpen, { fault, cut, now: deps.clock.now }), { status, headers });
}

/** Null where the same request would be refused now. */
async function askAgain(
  deps: Pick<ApiDeps, 'identity' | 'operators' | 'database' | 'clock'>,
  asked: AskedBy,
): Promise<Actor | null> {
  try {
    return await actorOfRequest(deps, asked);
  } catch (error) {
    if (error instanceof FaultError) return null;
    throw error;
  }
}
