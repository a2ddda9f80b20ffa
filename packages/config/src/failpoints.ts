import { FAILPOINTS, type Failpoint, type FailpointName } from '@highwater/domain';

/**
 * Kills the process, as a power cut would, at the named hits: `pull.page_inserted@3` at the third time that place is reached.
 * Several are separated by commas; no number means the first hit. Without a spec the failpoint does nothing.
 * Throws when a name is unknown. Development only: production's config refuses the variable.
 */
export function createFailpoint(spec: string | undefined, die: () => void = killSelf): Failpoint {
  const remaining = parseSpec(spec ?? '');
  if (remaining === undefined) throw new RangeError('failpoints: each part is a known name, or name@number from 1');
  return (name) => {
    const left = remaining.get(name);
    if (left === undefined) return;
    remaining.set(name, left - 1);
    if (left === 1) die();
  };
}

export function isFailpointSpec(spec: string): boolean {
  return parseSpec(spec) !== undefined;
}

/** Hits that remain until each named place kills. */
function parseSpec(spec: string): Map<FailpointName, number> | undefined {
  const remaining = new Map<FailpointName, number>();
  for (const part of spec.split(',').map((word) => word.trim())) {
    if (part === '') continue;
    const [name, hit = '1', ...rest] = part.split('@');
    const known = FAILPOINTS.find((candidate) => candidate === name);
    if (known === undefined || rest.length > 0 || !/^[1-9]\d*$/.test(hit)) return undefined;
    remaining.set(known, Number(hit));
  }
  return remaining;
}

function killSelf(): void {
  process.kill(process.pid, 'SIGKILL');
}
