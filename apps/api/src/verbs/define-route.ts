import type { Fault } from '@highwater/domain';
import type { z } from '@hono/zod-openapi';
import type { InputShape } from './parse-input.ts';
import type { Verb } from './verb-context.ts';

export interface RouteSpec<Answer> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Under /v1, parameters in braces: "/members/{memberId}". */
  readonly path: `/${string}`;
  /** Name of the operation in the OpenAPI document: the verb. */
  readonly operation: string;
  readonly summary: string;
  /** Who may ask at all; the verb decides. */
  readonly audience: 'anyone' | 'signed-in' | 'member' | 'operator';
  readonly input: InputShape;
  readonly status?: 200 | 201 | 202;
  /** `nothing` answers 204 (or 202) without a body; `bytes` is a Response that the verb makes itself. */
  readonly answer: Answer;
  /** Takes an Idempotency-Key. */
  readonly creates?: boolean;
  /** Named refusals worth documenting besides the general ones. */
  readonly faults?: readonly Fault[];
}

export interface ApiRoute {
  readonly spec: RouteSpec<z.ZodType | 'nothing' | 'bytes'>;
  readonly verb: Verb<unknown>;
}

type ValueOf<Answer> = Answer extends z.ZodType ? z.input<Answer> : Answer extends 'bytes' ? Response : void;

/** One route: how it is asked and answered, and the verb behind it. Its answer is checked against the schema. */
export function defineRoute<const Answer extends z.ZodType | 'nothing' | 'bytes'>(
  spec: RouteSpec<Answer>,
  verb: Verb<ValueOf<Answer>>,
): ApiRoute {
  return { spec, verb };
}
