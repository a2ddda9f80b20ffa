import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('ends a process when the channel to its parent closes', async () => {
  const script = fileURLToPath(new URL('./fixtures/lingering-child.ts', import.meta.url));
  const child = fork(script, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const exited = once(child, 'exit');
  if (!child.stdout) throw new Error('no output');
  await once(child.stdout, 'data');
  child.disconnect();
  expect(await exited).toEqual([null, 'SIGTERM']);
});
