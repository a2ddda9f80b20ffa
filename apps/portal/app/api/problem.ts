import type { Fault } from '@highwater/domain';

/** An answer of the API that says what went wrong, in the reader's language (RFC 9457). */
export interface Problem {
  readonly fault: Fault;
  readonly status: number;
  readonly title: string;
  readonly detail: string | null;
  /** The form field at fault. */
  readonly field: string | null;
  readonly requestId: string | null;
}

/** Thrown by calls of the API; `read` and `act` turn it into an error page or a form error. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.fault);
    this.problem = problem;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The problem in an answer's body; `internal` when the body is none of ours. */
export function readProblem(status: number, body: unknown, isFault: (text: string) => text is Fault): Problem {
  const fields: Readonly<Record<string, unknown>> = typeof body === 'object' && body !== null ? { ...body } : {};
  const fault = textOf(fields['fault']);
  return {
    fault: fault !== null && isFault(fault) ? fault : 'internal',
    status,
    title: textOf(fields['title']) ?? '',
    detail: textOf(fields['detail']),
    field:
      textOf(fields['field'])
        ?.replace(/^body\./, '')
        .replace(/\..*$/, '') ?? null,
    requestId: textOf(fields['requestId']),
  };
}
