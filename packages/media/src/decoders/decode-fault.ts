import type { CopyFault } from '@highwater/domain';

/** What a decoder finds wrong, named; everything else that it throws means unreadable. */
export class DecodeFault extends Error {
  override readonly name = 'DecodeFault';
  readonly fault: CopyFault;

  constructor(fault: CopyFault, cause?: unknown) {
    super(fault, cause === undefined ? undefined : { cause });
    this.fault = fault;
  }
}
