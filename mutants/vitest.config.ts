import { join } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { mutated, VARIABLE } from './defect.ts';
import { DEFECTS } from './defects.ts';

const root = join(import.meta.dirname, '..');
const defect = DEFECTS.find(({ name }) => name === process.env[VARIABLE]);

/** One test file against one defect. */
const config: ViteUserConfig = defineConfig({
  root,
  plugins: [
    {
      name: 'mutant',
      enforce: 'pre',
      transform: (source: string, id: string) =>
        defect !== undefined && id.split('?')[0] === join(root, defect.file)
          ? mutated(source, defect)
          : undefined,
    },
  ],
  test: {
    // What was transformed for another defect is not for this one, nor for a run without any.
    fsModuleCache: false,
    include: ['packages/*/src/**/*.test.ts'],
    pool: 'threads',
    testTimeout: 60_000,
    bail: 1,
  },
});

// biome-ignore lint/style/noDefaultExport: it is what vitest reads.
export default config;
