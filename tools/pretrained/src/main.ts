/** `npm run pretrained`: trains the models of @ser/pretrained again; the same recordings give the same files. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEngine } from '@ser/models';
import { modelNames, type ModelName } from '@ser/pretrained';
import { trainModel } from './trainModel.js';
import { writeModel } from './writeModel.js';

const usage = `Usage: npm run pretrained -- [NAME…] [options]

Trains ${modelNames.join(' and ')}, or the models named, and writes them to packages/pretrained.

  --corpora DIR   folder with ravdess/, emodb/, nemo/, and tess/ (default: SER_CORPORA, or ../shared/corpora)
  --out DIR       folder for models/ and src/cards.json (default: packages/pretrained)
  --cache DIR     keep features in this folder; empty it after changes to the code that computes them
  --workers N     threads that compute features (default: 1); the features do not depend on it`;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    corpora: { type: 'string', default: process.env['SER_CORPORA'] ?? resolve(root, '../shared/corpora') },
    out: { type: 'string', default: resolve(root, 'packages/pretrained') },
    cache: { type: 'string' },
    workers: { type: 'string', default: '1' },
  },
});
const names = positionals.length > 0 ? positionals : modelNames;
const unknown = names.find((name) => !modelNames.includes(name as ModelName));

if (values.help || unknown !== undefined) {
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  // With another engine or number of threads, sums may be in another order, and the last bits differ.
  const engine = await openEngine('onnx-node', { threads: 1 });
  for (const name of names as readonly ModelName[]) {
    const trained = await trainModel(name, { ...values, workers: Number(values.workers), engine });
    await writeModel(resolve(values.out), trained);
    console.log(`${name}: ${trained.card.figures.length} figures, written to ${values.out}`);
  }
}
