import { defineConfig } from 'tsup';

/** The command as one ES module that Node runs; the libraries stay outside it. */
export default defineConfig({
  entry: { main: 'src/main.ts' },
  format: ['esm'],
  clean: true,
  sourcemap: false,
  target: 'node20',
  platform: 'node',
});
