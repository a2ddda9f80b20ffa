/** What the server answers instead of what was asked for. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export const FORBIDDEN = 'Forbidden - a valid `x-typesense-api-key` header must be sent.';
