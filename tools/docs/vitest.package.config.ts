import { defineConfig } from 'vitest/config';

/** These need `dist/`: Nx builds every package before it runs them. */
export default defineConfig({
  test: { include: ['test/**/*.package.ts'], testTimeout: 600_000, hookTimeout: 600_000 },
});
