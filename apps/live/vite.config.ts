import { defineConfig } from 'vite';
import { capture } from './plugins/capture.js';
import { contentSecurity } from './plugins/contentSecurity.js';
import { firstPaint } from './plugins/firstPaint.js';
import { offline } from './plugins/offline.js';

/** Names a chunk by its package if its module is named `index`. */
function chunkName({ name, facadeModuleId, moduleIds }: Chunk): string {
  const [, folder] = /\/packages\/([\w-]+)\//.exec(facadeModuleId ?? moduleIds.at(-1) ?? '') ?? [];
  return name === 'index' && folder !== undefined ? folder : name;
}

interface Chunk {
  readonly name: string;
  readonly facadeModuleId: string | null;
  readonly moduleIds: readonly string[];
}

/** Relative addresses, so that the page can be in any folder of a server. */
export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 20_000,
    rollupOptions: {
      output: {
        entryFileNames: 'assets/page-[hash].js',
        chunkFileNames: (chunk) => `assets/${chunkName(chunk)}-[hash].js`,
      },
    },
  },
  worker: {
    format: 'es',
    rollupOptions: {
      output: {
        entryFileNames: 'assets/worker/[name]-[hash].js',
        chunkFileNames: (chunk) => `assets/worker/${chunkName(chunk)}-[hash].js`,
      },
    },
  },
  plugins: [capture(), firstPaint(), contentSecurity(), offline()],
});
