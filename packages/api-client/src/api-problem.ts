import { FAULTS, type Fault, type FaultDetail } from '@highwater/domain';

/** What the API answers when something went wrong (problem+json); the sentences are in the language that was asked for. */
export interface Problem {
  readonly title: string;
  /** What to do. */
  readonly detail: string;
  readonly status: number;
  readonly fault: Fault;
  readonly field: string | undefined;
  readonly params: FaultDetail;
  readonly requestId: string | undefined;
}

/** Thrown for every answer that is not 2xx. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.fault);
    this.problem = problem;
  }
}

/** Reads an answer's body; what is no problem of ours (a proxy's page, for one) becomes `internal`. */
export function readProblem(status: number, body: unknown): Problem {
  const fields: Partial<Record<keyof Problem, unknown>> = typeof body === 'object' && body !== null ? body : {};
  return {
    title: textOr(fields.title, ''),
    detail: textOr(fields.detail, ''),
    status,
    fault: isFault(fields.fault) ? fields.fault : 'internal',
    field: typeof fields.field === 'string' ? fields.field : undefined,
    params: readParams(fields.params),
    requestId: typeof fields.requestId === 'string' ? fields.requestId : undefined,
  };
}

function isFault(value: unknown): value is Fault {
  return typeof value === 'string' && Object.hasOwn(FAULTS, value);
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}

function readParams(value: unknown): FaultDetail {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => typeof entry === 'string' || typeof entry === 'number'),
  );
}
