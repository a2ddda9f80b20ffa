import { faultOf, type LogFields } from '@highwater/domain';

/** Enough to find the place, short enough for a line. */
const FRAMES = 4;

/**
 * What may be logged of an error: its class, code, fault, and the places in our own code.
 * Never its message, which may quote a message's text, an address or a key.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { fault: faultOf(error), errorName: typeof error };
  const code =
    'code' in error && typeof error.code === 'string' && /^[\w.]{1,40}$/.test(error.code) ? error.code : undefined;
  const at = ownFrames(error);
  return {
    fault: faultOf(error),
    errorName: error.name.slice(0, 60),
    ...(code === undefined ? {} : { errorCode: code }),
    ...(at === '' ? {} : { errorAt: at }),
  };
}

function ownFrames(error: Error): string {
  const frames: string[] = [];
  // The stack begins with the message, which may itself look like a frame: only what follows it is read.
  const stack = error.stack ?? '';
  const after =
    error.message === '' ? stack : stack.slice(Math.max(0, stack.indexOf(error.message)) + error.message.length);
  for (const line of after.split('\n')) {
    const found = /((?:apps|packages|infra|tests)\/[\w./-]+?\.tsx?):(\d+)/.exec(line);
    if (found && !line.includes('node_modules')) frames.push(`${found[1]}:${found[2]}`);
  }
  return frames.slice(0, FRAMES).join(' ').slice(0, 200);
}
