import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/ffmpeg', '/usr/local/bin/ffmpeg'];

/** Path of the system's ffmpeg; undefined where none is installed. */
export function installedFfmpeg(): string | undefined {
  return PLACES.find((place) => existsSync(place));
}
