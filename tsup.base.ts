import { defineConfig } from 'tsup';

/** One library, built as ESM and CommonJS with types for both, without source maps. */
export function library(entry: Record<string, string>) {
  return defineConfig({
    entry,
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { composite: false, customConditions: [], emitDeclarationOnly: false } },
    clean: true,
    sourcemap: false,
    splitting: true,
    // Keeps `import()` in CommonJS: packages imported that way may be ESM only.
    treeshake: true,
    target: 'es2022',
    platform: 'neutral',
    external: [/^node:/],
  });
}
