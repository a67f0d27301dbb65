import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { type Bench, type BenchOptions, namesOption, numberOption, numbersOption } from './bench.js';
import { engineTables } from './engineTables.js';
import { writeSection } from './docsSection.js';
import { type TrialResult, measureTrials } from './measureTrials.js';
import { networkNames } from './networks.js';
import { contenders, trialsOf } from './trial.js';

/** The table of docs/engines.md: every engine, Keras among them, on every network. */
export const enginesBench: Bench = {
  name: 'engines',
  what: 'the table of docs/engines.md: Keras and every engine on four networks, time and memory',
  run(options) {
    const [rounds, seconds] = [numberOption('rounds', options, 3), numberOption('seconds', options, 5)];
    const limit = numberOption('limit', options, 180);
    const earlier = readResults(options.results);
    const onResult = (result: TrialResult) => {
      tell(result);
      if (options.results !== undefined) appendFileSync(options.results, `${JSON.stringify(result)}\n`);
    };
    const results = measureTrials(chosenTrials(options), { rounds, seconds, limit, onResult });
    const how =
      `Medians of the trials of a cell; ${seconds} s of training in each, in its own process, the contenders of a row in turn. ` +
      `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, Node ${process.versions.node}.`;
    const figures = `${how}\n\n${engineTables([...earlier, ...results])}`;
    console.log(figures);
    if (options.write) writeSection('engines', figures);
  },
};

/** Trials of earlier runs. */
function readResults(file: string | undefined): TrialResult[] {
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as TrialResult);
}

function chosenTrials(options: BenchOptions) {
  return trialsOf({
    networks: namesOption('networks', options, networkNames),
    contenders: namesOption('engines', options, contenders),
    batchSizes: numbersOption('batches', options, [32, 64]),
    threads: numbersOption('threads', options, [1, 2]),
  });
}

function tell({ network, batchSize, threads, contender, measurement, skipped }: TrialResult): void {
  const { stepMs = NaN, predictionMs = NaN, peakMb = NaN } = measurement ?? {};
  const figures = `${stepMs.toFixed(2)} ms a step, ${predictionMs.toFixed(3)} ms a prediction, ${peakMb.toFixed(0)} MiB`;
  console.error(`${network}, batch ${batchSize}, ${threads} threads, ${contender}: ${skipped ?? figures}`);
}
