import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installedFfmpeg } from '../processes/installed-ffmpeg.ts';
import { Sentence } from '../processes/sentence.ts';

/** Path of an ffmpeg; installs Debian's where this process may. Throws a Sentence where it may not. */
export function findFfmpeg(report: (line: string) => void): string {
  const found = installedFfmpeg();
  if (found) return found;
  const missing = 'The tests of pictures of videos need ffmpeg. Install it: apt-get install ffmpeg';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Sentence(missing);
  report('  ffmpeg is missing; installing it with apt-get. This takes about a minute.');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'ffmpeg']]) {
    const { status, stderr } = spawnSync('/usr/bin/apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 600_000,
    });
    if (status !== 0) throw new Sentence(`${missing}\napt-get ${args[0]} ended with ${status}:\n${stderr.trimEnd()}`);
  }
  const installed = installedFfmpeg();
  if (!installed) throw new Sentence(missing);
  return installed;
}
