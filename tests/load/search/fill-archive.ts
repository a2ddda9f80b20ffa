import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { ConnectionId, TenantId } from '@highwater/domain';
import { workerEnvironment } from '../../../infra/start/app-environments.ts';
import type { BareStage } from '../../faults/fault-stage.ts';
import { composeArchive, type ArchiveShape } from './compose-archive.ts';

/** Keeps a composed archive as the worker keeps what it opened; answers how many messages that were. */
export async function fillArchive(
  { context }: BareStage,
  place: { readonly tenantId: TenantId; readonly connectionId: ConnectionId },
  shape: ArchiveShape,
): Promise<number> {
  const script = join(context.root, 'apps/worker/src/testing/fill-archive.ts');
  const child = spawn(process.execPath, [script, place.tenantId, place.connectionId], {
    env: { NODE_ENV: 'production', ...workerEnvironment(context) },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  for (const { msgid, plaintext } of composeArchive(shape)) {
    const line = `${JSON.stringify({ msgid, plaintext: plaintext.toString('base64') })}\n`;
    if (!child.stdin.write(line)) await Promise.race([once(child.stdin, 'drain'), ended]);
    if (child.exitCode !== null) break;
  }
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error('filling the archive failed');
  return Number(said.trim());
}
