import { defineConfig } from 'vitest/config';

const conditions = ['@ser/source', 'node', 'import', 'module', 'default'];

/** Tests read the sources of all packages, so that none has to be built first. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { include: ['test/**/*.test.ts'], clearMocks: true, testTimeout: 30_000 },
});
