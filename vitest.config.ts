import { defineConfig } from 'vitest/config';

const databaseTests = 'test/**/*.db.test.ts';
const journeys = 'test/journeys/**/*.test.ts';

export default defineConfig({
  test: {
    globalSetup: 'test/support/components.ts',
    reporters: ['default', './test/support/closing-summary.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          sequence: { groupOrder: 1 },
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [databaseTests, journeys],
        },
      },
      {
        extends: true,
        test: {
          name: 'pglite',
          sequence: { groupOrder: 2 },
          include: [databaseTests],
          env: { TEST_DATABASE: 'pglite' },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // One embedded database for the whole project: opening it costs two seconds and 700 MB.
          pool: 'threads',
          isolate: false,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          sequence: { groupOrder: 3 },
          include: [databaseTests],
          env: { TEST_DATABASE: 'postgres' },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          sequence: { groupOrder: 4 },
          include: [journeys],
          // One system and one Chromium for all files, which share this module.
          pool: 'forks',
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000, interval: 100 } },
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
