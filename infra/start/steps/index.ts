import type { StartStep } from '../start-context.ts';
import { migrateDatabase } from './migrate-database.ts';
import { prepareDataFolder } from './prepare-data-folder.ts';
import { seedDemonstration } from './seed-demonstration.ts';
import { startApi } from './start-api.ts';
import { startDatabase } from './start-database.ts';
import { startPortal } from './start-portal.ts';
import { startSimulator } from './start-simulator.ts';
import { startWorker } from './start-worker.ts';

/** In this order; each is done when what it started answers. */
export const START_STEPS: readonly StartStep[] = [
  prepareDataFolder,
  startDatabase,
  migrateDatabase,
  startSimulator,
  startApi,
  startWorker,
  startPortal,
  seedDemonstration,
];
