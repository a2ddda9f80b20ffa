import type { TestProject } from 'vitest/node';
import { findChromium } from './find-chromium.ts';
import './provided.ts';

export default function setup(project: TestProject): void {
  project.provide(
    'chromium',
    findChromium((line) => console.log(line)),
  );
}
