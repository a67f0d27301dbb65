import { defineConfig } from 'tsup';

/** The command, and the threads of `ser predict`, as ES modules that Node runs; the libraries stay outside them. */
export default defineConfig({
  entry: { main: 'src/main.ts', predictThread: 'src/batch/predictThread.ts' },
  format: ['esm'],
  clean: true,
  sourcemap: false,
  target: 'node20',
  platform: 'node',
});
