import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { type Bench, type BenchOptions, namesOption, numberOption, integersOption } from '../bench.js';
import { engineTables } from './engineTables.js';
import { writeSection } from '../docsSection.js';
import { type TrialResult, measureTrials } from './measureTrials.js';
import { networkNames } from '../networks.js';
import { systems, trials } from './trial.js';

/** The tables of docs/engines.md: Keras and every engine on every network. */
export const enginesBench: Bench = {
  name: 'engines',
  description: 'time and memory of every engine on four networks (docs/engines.md); reference: Keras',
  run(options) {
    const [rounds, seconds] = [
      numberOption('rounds', options, 3, { integer: true, min: 0 }),
      numberOption('seconds', options, 5),
    ];
    const limit = numberOption('limit', options, 180);
    const earlier = readResults(options.results);
    const onResult = (result: TrialResult) => {
      reportTrial(result);
      if (options.results !== undefined) appendFileSync(options.results, `${JSON.stringify(result)}\n`);
    };
    const results = measureTrials(chosenTrials(options), { rounds, seconds, limit, onResult });
    const how =
      `Medians of the trials of a cell. Each trial trains for ${seconds} s in its own process; the systems of a row alternate. ` +
      `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}.`;
    const tables = `${how}\n\n${engineTables([...earlier, ...results])}`;
    console.log(tables);
    if (options.write) writeSection('engines', tables);
  },
};

/** The trials of earlier runs. */
function readResults(file: string | undefined): TrialResult[] {
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as TrialResult);
}

function chosenTrials(options: BenchOptions) {
  return trials({
    networks: namesOption('networks', options, networkNames),
    systems: namesOption('engines', options, systems),
    batchSizes: integersOption('batches', options, [32, 64]),
    threads: integersOption('threads', options, [1, 2]),
  });
}

function reportTrial({ network, batchSize, threads, system, measurement, skipped }: TrialResult): void {
  const { stepMs = NaN, predictionMs = NaN, peakMb = NaN } = measurement ?? {};
  const values = `${stepMs.toFixed(2)} ms per step, ${predictionMs.toFixed(3)} ms per prediction, ${peakMb.toFixed(0)} MiB`;
  console.error(`${network}, batch ${batchSize}, ${threads} threads, ${system}: ${skipped ?? values}`);
}
