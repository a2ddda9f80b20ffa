import { readFileSync, statSync } from 'node:fs';
import type { Clock } from '@highwater/domain';
import { z } from 'zod';

const shift = z.object({ offsetMs: z.number().int() });

export function systemClock(): Clock {
  return { now: () => Date.now() };
}

/**
 * The system's time plus the offset of a file `{"offsetMs": n}`, looked at again on each call when the file changed.
 * A missing or half-written file keeps the last offset (0 at first). Development only.
 */
export function createShiftableClock(file: string): Clock {
  let seen = '';
  let offsetMs = 0;
  return {
    now() {
      const version = fileVersion(file);
      if (version !== seen) {
        const read = readShift(file);
        if (read !== undefined) {
          offsetMs = read;
          seen = version;
        }
      }
      return Date.now() + offsetMs;
    },
  };
}

/** Size and inode too: two writes within one tick of the file system's clock are still two versions. */
function fileVersion(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.mtimeNs} ${stat.ino} ${stat.size}`;
}

function readShift(file: string): number | undefined {
  try {
    return shift.parse(JSON.parse(readFileSync(file, 'utf8'))).offsetMs;
  } catch {
    return undefined;
  }
}
