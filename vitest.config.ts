import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { skipReporter } from './scripts/skip-reporter.ts';

const slow = ['**/*.net.test.ts', '**/*.vectors.test.ts', '**/*.soak.test.ts'];

/** Where the results are also written as JSON, for whoever adds them up. */
const report = process.env.PERMAFROST_TEST_REPORT;

/** `npm test` runs unit and vectors beside net (scripts/test.ts); chaos and soak are commands of their own. */
const config: ViteUserConfig = defineConfig({
  test: {
    reporters:
      report === undefined
        ? ['default', skipReporter()]
        : ['default', skipReporter(), ['json', { outputFile: report }]],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['packages/*/src/**/*.test.ts', 'scripts/**/*.test.ts', 'fuzz/**/*.test.ts'],
          exclude: slow,
          pool: 'threads',
          // One copy of every module in a thread, and not one for each file: half of the time went
          // into loading them. What a file may leave behind, the setup takes away.
          isolate: false,
          setupFiles: ['./scripts/setup-unit.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'vectors',
          include: ['packages/*/src/**/*.vectors.test.ts'],
          pool: 'threads',
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'net',
          include: [
            'packages/*/src/**/*.net.test.ts',
            'testnet/**/*.net.test.ts',
            'scripts/**/*.net.test.ts',
          ],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'chaos',
          include: ['testnet/**/*.chaos.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'soak',
          include: ['packages/*/src/**/*.soak.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

export default config;
