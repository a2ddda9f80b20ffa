import { readFileSync } from 'node:fs';

export interface ProcessState {
  readonly name: string;
  readonly parent: number;
  /** Ticks since boot: together with the number it names one process for ever, numbers alone are used again. */
  readonly startTime: string;
}

/** What Linux knows of a process; undefined when it is gone. A zombie is gone: it only waits to be counted. */
export function readProcess(pid: number): ProcessState | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name stands in parentheses and may itself hold any character; the fields follow its last one.
  const end = stat.lastIndexOf(')');
  const fields = stat.slice(end + 2).split(' ');
  const [state, parent] = fields;
  const startTime = fields[19];
  if (state === 'Z' || state === 'X' || parent === undefined || startTime === undefined) return undefined;
  return { name: stat.slice(stat.indexOf('(') + 1, end), parent: Number(parent), startTime };
}
