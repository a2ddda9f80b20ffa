// Planted: each line is a type error that the strict base must find.
import type { AllFaultWords } from '../../../../packages/i18n/src/fault-words.ts';
import type { Log } from '../../../../packages/domain/src/index.ts';

export const wrong: number = 'text';
export function first(list: readonly string[]): string {
  return list[0];
}
export const optional: { field?: string } = { field: undefined };
export enum Colour {
  Red,
}
export function logText(log: Log): void {
  log.info('message', { text: 'words of a message' });
}
declare const incomplete: Omit<AllFaultWords, 'internal'>;
export const words: AllFaultWords = incomplete;
