import type { TestProject } from 'vitest/node';
import { findFfmpeg } from './find-ffmpeg.ts';
import './provided.ts';

export default function setup(project: TestProject): void {
  project.provide(
    'ffmpeg',
    findFfmpeg((line) => console.log(line)),
  );
}
