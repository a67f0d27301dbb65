import { parseArgs } from 'node:util';
import { agreementBench } from './agreementBench.js';
import type { Bench } from './bench.js';
import { coverageBench } from './coverageBench.js';
import { duelBench } from './duelBench.js';
import { enginesBench } from './enginesBench.js';
import { functionalsBench } from './functionalsBench.js';
import { functionalsRecipeBench } from './functionalsRecipeBench.js';
import { memoryBench } from './memoryBench.js';
import { recipesBench } from './recipesBench.js';
import { streamingBench } from './streamingBench.js';
import { robustnessBench } from './robustness/robustnessBench.js';

const benches: readonly Bench[] = [
  duelBench(
    'features',
    'audio files to MFCC, all RAVDESS clips of SER_CORPORA: ours beside soundfile + librosa',
  ),
  duelBench(
    'training',
    'five epochs of ravdess-cnn on 1152 examples, default engine: ours beside Keras on the CPU, one thread',
  ),
  duelBench(
    'metrics',
    'all metrics with 1000 bootstrap resamples of 100 speakers on 100,000 predictions: ours beside scikit-learn',
  ),
  functionalsBench,
  coverageBench,
  duelBench(
    'closed-form',
    'ridge on 4320 x 3779 with the choice of C, default engine: ours beside numpy, one thread',
  ),
  enginesBench,
  agreementBench,
  memoryBench,
  recipesBench,
  functionalsRecipeBench,
  streamingBench,
  robustnessBench,
];

const usage = `Usage: npm run bench -- NAME… [options]

${benches.map(({ name, what }) => `  ${name.padEnd(18)} ${what}`).join('\n')}

  --rounds N        features, training, metrics, closed-form, engines: how often each side runs (3); functionals: parts (12)
  --clips N         functionals: how many clips, of 1440 (all)
  --trials N        coverage: how many sets of speakers are simulated (1000)
  --seconds N       engines: seconds of training timed in one process (5); streaming: seconds of sound (3600)
  --limit N         engines, agreement: seconds after which one process is given up (180)
  --networks A,B    engines, agreement: only these networks
  --engines A,B     engines, agreement, memory: only these engines; keras is one for engines
  --batches N,M     engines: batch sizes (32,64)
  --threads N,M     engines: threads (1,2); functionals: threads or processes (1 and all cores)
                    recipes, functionals-recipe: one number, cores that either side may use (all)
  --results FILE    engines: keep each trial there, and count those that it has already
  --recipe NAME     recipes: name or JSON file of the recipe
  --data NAME=DIR   recipes, functionals-recipe: where a corpus lies; once for each, those not given are left out
  --source          recipes: by the source's own protocol instead of the recipe's
  --seeds N,M       recipes: seeds (the recipe's)
  --epochs N        recipes: passes over the training clips (the recipe's)
  --engine NAME     recipes, functionals-recipe: our engine (auto)
  --out DIR         recipes, functionals-recipe: keep every run there, and do not repeat those that it has;
                    robustness: keep features there
  --write           coverage, engines, agreement, memory: put the figures into the page of docs/

The rivals need Python: pip install -r tools/bench/requirements.txt, and SER_PYTHON if it is not python3.
Example: SER_PYTHON=.venv/bin/python npm run bench -- engines --networks dense --rounds 1`;

const options = {
  help: { type: 'boolean' },
  write: { type: 'boolean' },
  rounds: { type: 'string' },
  trials: { type: 'string' },
  clips: { type: 'string' },
  seconds: { type: 'string' },
  limit: { type: 'string' },
  networks: { type: 'string' },
  engines: { type: 'string' },
  batches: { type: 'string' },
  threads: { type: 'string' },
  results: { type: 'string' },
  recipe: { type: 'string' },
  source: { type: 'boolean' },
  data: { type: 'string', multiple: true },
  seeds: { type: 'string' },
  epochs: { type: 'string' },
  engine: { type: 'string' },
  out: { type: 'string' },
} as const;

/** Runs what was asked for; throws for an option that makes no sense. */
function main(): void {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const chosen = benches.filter(({ name }) => positionals.includes(name));
  if (values.help || chosen.length < Math.max(1, positionals.length)) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  for (const bench of chosen) bench.run(values);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
