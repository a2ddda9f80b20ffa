import { FaultError } from '@highwater/domain';

/** The FaultError that a call ends with; anything else is thrown on. Tests only. */
export async function faultErrorOf(call: Promise<unknown>): Promise<FaultError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
