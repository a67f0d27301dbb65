import { defineConfig } from 'vitest/config';

/** These need `dist/`: Nx builds every package before it runs them. */
export default defineConfig({
  test: { include: ['test/**/*.package.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
});
