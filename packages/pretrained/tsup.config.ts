import { writeFile } from 'node:fs/promises';
import { library } from '../../tsup.base';
import { modelNames } from './src/models';
import { packModel } from './src/packed/packModel';

/** Leaves the imports of `src/packed/NAME` in the code: `dist/NAME.js` contains the model. */
const externalModels = {
  name: 'external-models',
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

/** One module per model, for ES modules and CommonJS, so that the package contains the weights once. */
async function writeModels(): Promise<void> {
  for (const name of modelNames) {
    const files = JSON.stringify(await packModel(name), null, 1);
    await writeFile(new URL(`dist/${name}.js`, import.meta.url), `export default ${files};\n`);
  }
}

export default {
  ...library({ index: 'src/index.ts' }),
  esbuildPlugins: [externalModels],
  onSuccess: writeModels,
};
