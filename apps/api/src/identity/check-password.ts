import { FaultError } from '@highwater/domain';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './create-auth.ts';

/** Throws `password.short` or `request.malformed`. */
export function checkPassword(password: string): void {
  if (password.length < SHORTEST_PASSWORD) throw new FaultError('password.short', { field: 'password' });
  if (password.length > LONGEST_PASSWORD) throw new FaultError('request.malformed', { field: 'password' });
}
