import { readdirSync, readFileSync } from 'node:fs';

/** The kernel counts processor time in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** The most memory that a process has held in RAM so far (the kernel's VmHWM), in MiB. */
export function peakRssMib(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.ceil(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
}

/** Processor time of a process in seconds. */
export function processorSeconds(pid: number): number {
  return (readStat(pid)?.own ?? 0) / TICKS_PER_SECOND;
}

/** Processor time of a process and its children, the ended ones included, in seconds. */
export function familySeconds(pid: number): number {
  const own = readStat(pid);
  if (own === undefined) return 0;
  const children = readdirSync('/proc').flatMap((name) => {
    const stat = /^\d+$/.test(name) ? readStat(Number(name)) : undefined;
    return stat?.parent === pid ? [stat.own] : [];
  });
  return (own.own + own.ended + children.reduce((sum, ticks) => sum + ticks, 0)) / TICKS_PER_SECOND;
}

function readStat(pid: number): { parent: number; own: number; ended: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may itself hold any character; the fields follow its last one.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const [own = 0, system = 0, ended = 0, endedSystem = 0] = fields.slice(11, 15);
    return { parent, own: own + system, ended: ended + endedSystem };
  } catch {
    return undefined;
  }
}
