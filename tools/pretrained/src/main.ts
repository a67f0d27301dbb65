/** `npm run pretrained`: trains the models of @ser/pretrained again, or `free`; the same recordings give the same files. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEngine } from '@ser/models';
import { modelNames } from '@ser/pretrained';
import { type PlanName, planNames } from './modelPlan.js';
import { trainModel } from './trainModel.js';
import { writeModel } from './writeModel.js';

const usage = `Usage: npm run pretrained -- [NAME…] [options]

Trains ${modelNames.join(', ')}, or the models named, and writes them to packages/pretrained. The model free, trained on
EmoDB and CREMA-D, may be used commercially; it is not part of the package, because you need CREMA-D to train it.

  --corpora DIR   folder with ravdess/, emodb/, nemo/, tess/, and emovo/, for free with emodb/ and crema-d/ (default:
                  SER_CORPORA, or ../shared/corpora)
  --out DIR       folder for models/ and src/cards.json (default: packages/pretrained; free needs another one)
  --cache DIR     keep features in this folder; empty it after changes to the code that computes them
  --workers N     threads that compute features (default: 1); the features do not depend on it`;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ownFolder = resolve(root, 'packages/pretrained');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    corpora: { type: 'string', default: process.env['SER_CORPORA'] ?? resolve(root, '../shared/corpora') },
    out: { type: 'string' },
    cache: { type: 'string' },
    workers: { type: 'string', default: '1' },
  },
});
const names: readonly string[] = positionals.length > 0 ? positionals : modelNames;
const unknown = names.find((name) => !planNames.includes(name as PlanName));

const out = resolve(values.out ?? ownFolder);
const isMisplaced = names.includes('free') && out === ownFolder;

if (values.help || unknown !== undefined || isMisplaced) {
  if (isMisplaced) console.error('`--out` must be a folder of your own for the model free.');
  console.log(usage);
  process.exitCode = values.help ? 0 : 2;
} else {
  // With another engine or number of threads, sums may be in another order, and the last bits differ.
  const engine = await openEngine('onnx-node', { threads: 1 });
  for (const name of names as readonly PlanName[]) {
    const trained = await trainModel(name, { ...values, workers: Number(values.workers), engine });
    await writeModel(out, trained);
    console.log(`${name}: ${trained.card.figures.length} figures, written to ${out}`);
  }
}
