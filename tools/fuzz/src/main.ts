import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { audioTarget } from './audioTarget.js';
import { fuzz } from './fuzz.js';
import { modelTarget } from './modelTarget.js';
import type { TargetName } from './target.js';

const usage = `Usage: npm run fuzz -- audio|models [options]

Reads damaged recordings, or damaged models and recipes, and reports each one that throws an untyped error, gives NaN,
takes too long, or takes more memory than 20 times its size and 64 MB. Exits with 1 if there is one.

  --inputs N      number of inputs (default: 20000 of audio, 2000 of models)
  --from N        number of the first one (default: 0)
  --seed N        another seed gives other inputs (default: 1)
  --seconds N     when an input counts as a hang (default: 2; use more on a busy machine)
  --threads N     worker threads (default: 1)
  --decoders DIR  folder with mpg123-decoder, ogg-opus-decoder, and @wasm-audio-decoders/ogg-vorbis
  --out DIR       where to write the inputs that were not handled (default: fuzz-findings)`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string' },
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    seconds: { type: 'string', default: '2' },
    threads: { type: 'string', default: '1' },
    decoders: { type: 'string' },
    out: { type: 'string', default: 'fuzz-findings' },
    help: { type: 'boolean', short: 'h' },
  },
});

const defaults: Readonly<Record<TargetName, number>> = { audio: 20_000, models: 2000 };
const target = positionals[0] as TargetName;
if (values.help === true || !(target in defaults)) {
  console.log(usage);
  process.exit(values.help === true ? 0 : 1);
}

const seed = Number(values.seed);
const { decoders } = values;
const start = performance.now();
let nRead = 0;
const { outcomes, findings } = await fuzz({
  target,
  seed,
  decoders,
  from: Number(values.from),
  inputs: Number(values.inputs ?? defaults[target]),
  seconds: Number(values.seconds),
  threads: Number(values.threads),
  onReport({ outcome, index, finding }) {
    nRead += 1;
    if (outcome === 'finding') console.log(`\n${index}: ${finding}`);
    if (nRead % 10_000 === 0)
      console.log(`${nRead} inputs, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  },
});

for (const [outcome, n] of [...outcomes].sort((a, b) => b[1] - a[1]))
  console.log(`${String(n).padStart(8)} ${outcome}`);
console.log(
  `${nRead} inputs in ${((performance.now() - start) / 1000).toFixed(1)} s, ${findings.length} findings`,
);
if (findings.length > 0) {
  const opened = target === 'audio' ? audioTarget(seed, undefined) : await modelTarget(seed);
  mkdirSync(values.out, { recursive: true });
  for (const { index } of findings) {
    const { name, bytes } = opened.input(index);
    writeFileSync(join(values.out, `${target}-${seed}-${index}-${name.replaceAll('/', '_')}`), bytes);
  }
  console.log(`The inputs are in ${values.out}.`);
  process.exitCode = 1;
}
