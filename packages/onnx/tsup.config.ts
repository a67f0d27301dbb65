import { writeFile } from 'node:fs/promises';
import { library } from '../../tsup.base';
import { packOnnxLibrary, packOnnxWasm } from './src/runtime/packed/packOnnxRuntime';

/** Leaves the imports of `src/runtime/packed/NAME` in the code: `dist/NAME.js` contains the packed files. */
const externalFiles = {
  name: 'external-files',
  setup(build: Setup) {
    build.onResolve({ filter: /^\.\/packed\// }, ({ path }) => ({
      path: path.replace('/packed/', '/'),
      external: true,
    }));
  },
};

interface Setup {
  onResolve(
    options: { readonly filter: RegExp },
    resolve: (args: { readonly path: string }) => { path: string; external: boolean },
  ): void;
}

/** ONNX Runtime as modules that ES modules and CommonJS share, so that the package contains it once. */
async function writeOnnxRuntime(): Promise<void> {
  await writeFile(new URL('dist/onnxLibrary.js', import.meta.url), await packOnnxLibrary());
  await writeFile(new URL('dist/onnxWasm.js', import.meta.url), await packOnnxWasm());
}

export default {
  ...library({ index: 'src/index.ts', graph: 'src/graph/index.ts', runtime: 'src/runtime/index.ts' }),
  esbuildPlugins: [externalFiles],
  onSuccess: writeOnnxRuntime,
};
