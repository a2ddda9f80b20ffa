import { LIMITS } from './limits.ts';

/** How a program is started so that the kernel bounds it; found out once per worker by `probeSandbox`. */
export interface Confinement {
  /** Becomes nobody; only root can. */
  readonly user: { readonly uid: number; readonly gid: number } | undefined;
  /** Words before the program that put it into namespaces of its own: no network, no view of others' memory. */
  readonly wrapper: readonly string[];
  /** Writable memory of an idle Node process with its reservations; undefined where the system does not tell. */
  readonly idleBytes: number | undefined;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * The command under its limits: a shell that sets them and then becomes the program, so that the process id stays and
 * nothing is left between. Files cannot be written at all: their greatest size is 0.
 */
export function confine(command: Command, confinement: Confinement, dataBytes: number | undefined): Command {
  const limits = [
    'ulimit -c 0',
    'ulimit -f 0',
    `ulimit -n ${LIMITS.files}`,
    `ulimit -s ${LIMITS.stackKib}`,
    `ulimit -t ${LIMITS.cpuSeconds}`,
    ...(dataBytes === undefined ? [] : [`ulimit -d ${Math.ceil(dataBytes / 1024)}`]),
  ];
  const script = `${limits.join(' && ')} && exec "$@"`;
  return { program: '/bin/sh', args: ['-c', script, 'sh', ...confinement.wrapper, command.program, ...command.args] };
}
