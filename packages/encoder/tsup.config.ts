import { readFile, writeFile } from 'node:fs/promises';
import { library } from '../../tsup.base';

const model = 'data/whisper-tiny.en-layers-1-3.onnx';

/** The file as one module beside the code, which the ESM and the CommonJS build share. */
async function packModel(): Promise<void> {
  const base64 = await readFile(model, 'base64');
  await writeFile('dist/packedModel.js', `export default '${base64}';\n`);
}

export default {
  ...library({ index: 'src/index.ts' }),
  external: [/^node:/, './packedModel.js'],
  onSuccess: packModel,
};
