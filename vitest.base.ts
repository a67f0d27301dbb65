import { defineConfig } from 'vitest/config';

// without `import`, which would also apply to `require` in packages that are not ES modules
const conditions = ['@ser/source', 'node', 'module', 'default'];

/** Guards against hangs only: a busy machine must never fail a test. In milliseconds. */
const hangGuard = 10 * 60_000;

/**
 * Tests read the sources of all packages, so that nothing has to be built first. `npm test` runs `*.test.ts`;
 * `npm run test:all` (mode `all`) also runs `*.exhaustive.ts`, the large grids.
 */
export default defineConfig(({ mode }) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['test/**/*.test.ts', ...(mode === 'all' ? ['test/**/*.exhaustive.ts'] : [])],
    clearMocks: true,
    testTimeout: hangGuard,
    hookTimeout: hangGuard,
    teardownTimeout: hangGuard,
  },
}));
