import { defineConfig } from 'tsup';

/** One library, built as ESM and CommonJS with types for both. */
export function library(entry: Record<string, string>) {
  return defineConfig({
    entry,
    format: ['esm', 'cjs'],
    dts: { compilerOptions: { composite: false, customConditions: [], emitDeclarationOnly: false } },
    clean: true,
    sourcemap: true,
    splitting: true,
    // Keeps `import()` in CommonJS: what is imported so may be ESM only.
    treeshake: true,
    target: 'es2022',
    platform: 'neutral',
    external: [/^node:/],
  });
}
