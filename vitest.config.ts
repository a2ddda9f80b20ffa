import { defineConfig } from 'vitest/config';

const never = ['**/node_modules/**', '**/build/**', 'tests/house/canaries/**'];
const database = ['**/*.db.test.ts'];
const house = ['tests/house/**/*.test.ts'];
const journeys = ['tests/journeys/**/*.test.ts'];

/** Two workers, as many as the machines that run this have cores. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          // Far beyond what any of them takes: machines that run this are small and shared.
          testTimeout: 30_000,
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...never, ...database, ...house, ...journeys],
          globalSetup: ['infra/testing/ffmpeg-setup.ts'],
        },
      },
      {
        test: {
          name: 'db',
          include: database,
          exclude: [...never, ...house, ...journeys],
          globalSetup: ['infra/testing/postgres-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'house', include: house, exclude: never, testTimeout: 120_000 } },
      {
        test: {
          name: 'journeys',
          include: journeys,
          exclude: never,
          globalSetup: ['infra/testing/chromium-setup.ts', 'infra/testing/stack-setup.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
