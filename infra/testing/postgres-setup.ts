import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPostgres } from '../postgres/index.ts';
import './provided.ts';

/** Starts one cluster for all database tests of a run and removes it afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'highwater-test-'));
  const postgres = await startPostgres({ dataDir, fast: true });
  project.provide('superuser', postgres.superuser);
  return async () => {
    await postgres.discard();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
