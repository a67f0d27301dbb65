import type { Bench } from './bench.js';

const optionLines = `  --rounds N        all: turns of each system (5);
                    features, training, metrics, ridge, engines: runs of each program (3); engines: 0 only prints
                    --results; functionals: parts of the corpus (12)
  --clips N         functionals: number of clips, up to 1440 (all)
  --trials N        coverage: number of simulated sets of speakers (1000)
  --seconds N       engines: seconds of timed training in one process (5); streaming: seconds of sound (3600);
                    serving: seconds per model (600)
  --limit N         engines, agreement: seconds after which a process is stopped (180)
  --networks A,B    engines, agreement: networks to measure (all)
  --engines A,B     engines, agreement, memory: engines to measure (all); for engines also keras
  --batches N,M     engines: batch sizes (32,64)
  --threads N,M     engines: threads (1,2); functionals: threads or processes (1 and all cores)
                    recipes, functionals-recipe: one number, cores that a program may use (all)
  --results FILE    engines: appends every trial to the file, and includes the trials that it already contains
  --recipe NAME     recipes: name or JSON file of the recipe
  --data NAME=DIR   recipes, functionals-recipe: folder of a corpus; repeat it for several. Other corpora are omitted
  --source          recipes: the split of the recipe's source instead of the recipe's own
  --seeds N,M       recipes: seeds (that of the recipe)
  --epochs N        recipes: epochs (those of the recipe)
  --engine NAME     recipes, functionals-recipe: our compute engine (auto)
  --out DIR         recipes, functionals-recipe: keeps every run there, and reuses the runs that it contains
                    robustness: keeps features there; onnx-files: writes the files there
                    scale: keeps the tables and runs there, and reuses the tables
  --rows N,M        scale: rows of each table (10000)
  --features A,B    scale: recipes to train, functionals or encoder (functionals)
  --write           all, coverage, engines, agreement, memory: updates the table in docs/`;

const examples = `  npm run bench -- metrics --rounds 1
  SER_PYTHON=.venv/bin/python npm run bench -- engines --networks dense --rounds 1
  SER_CORPORA=data npm run bench -- features functionals
  npm run bench -- recipes --recipe ravdess-cnn --data ravdess=data/ravdess --seeds 1,2,3 --out runs/comparison`;

/** The help of the command. */
export function usage(benches: readonly Bench[]): string {
  const list = benches.map(({ name, description }) => `  ${name.padEnd(18)} ${description}`).join('\n');
  return `Measures the packages and compares them with reference implementations in Python.

Usage: npm run bench -- NAME… [options]

Benchmarks:
${list}

Options (defaults in parentheses):
${optionLines}
  --help            shows this help

The reference implementations need Python: pip install -r reference/requirements.txt. Without it, most benchmarks measure
only our side. The JavaScript libraries that \`all\` compares with are read from the folder SER_RIVALS (rivals):
npm install --prefix rivals meyda node-wav @wasm-audio-decoders/flac @huggingface/transformers

SER_PYTHON is the Python command (python3); SER_CORPORA is the folder with the corpora.

Examples:
${examples}`;
}
