import { spawnSync } from 'node:child_process';

/** Two seconds of a test picture, 640 × 360, with its index in front. */
export function makeVideo(ffmpeg: string): Buffer {
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=640x360:rate=10:duration=2'];
  const target = ['-c:v', 'mpeg4', '-movflags', 'frag_keyframe+empty_moov', '-f', 'mp4', 'pipe:1'];
  const { status, stdout } = spawnSync(ffmpeg, ['-v', 'quiet', ...source, ...target], { maxBuffer: 16 * 1024 * 1024 });
  if (status !== 0) throw new Error(`ffmpeg ended with ${status}`);
  return stdout;
}
