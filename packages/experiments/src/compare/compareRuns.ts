import { resolve } from 'node:path';
import { compareOutcomes, mcnemar, mcnemarCounts, type Outcome } from '@ser/metrics';
import { ExperimentError } from '../errors.js';
import { writeAtomically } from '../files/writeAtomically.js';
import { counted } from '../formatText.js';
import { caveatsOf } from './caveats.js';
import { comparisonPage } from './comparisonPage.js';
import { comparisonSentence } from './comparisonSentence.js';
import { holm } from './holm.js';
import { namesOf, readRun, type ReadRun } from './readRun.js';
import { requireComparable } from './requireComparable.js';
import type { ComparedRun, RunComparison, RunsComparison } from './runsComparison.js';

export interface CompareRunsOptions {
  /** An HTML file for the comparison; missing folders are created. @default none */
  readonly out?: string;
  /** The folder that relative paths are resolved against. @default process.cwd() */
  readonly cwd?: string;
  /** Seed of the bootstrap over speakers. @default 1 */
  readonly seed?: number;
}

/**
 * Compares finished runs with the first of them: how much their UARs differ, and whether the difference may be chance.
 * All runs must have been tested on the same clips.
 *
 * @param folders at least two folders of runs, evaluations, or the `source` folder of a run
 * @throws {SerError} `not-a-run`; `not-comparable` if they were tested on different clips or have different labels;
 *   `invalid-option` for fewer than two
 *
 * @example
 * const { comparisons } = await compareRuns(['runs/cnn', 'runs/functionals'], { out: 'comparison.html' });
 * comparisons[0].sentence; // 'functionals has a UAR of 52.1%, 4.0 points above cnn …'
 * comparisons[0].wilcoxon?.pValue; // over speakers
 */
export async function compareRuns(
  folders: readonly string[],
  { out, cwd = process.cwd(), seed = 1 }: CompareRunsOptions = {},
): Promise<RunsComparison> {
  if (folders.length < 2) {
    throw new ExperimentError(
      'invalid-option',
      `\`folders\` must have at least two runs; got ${folders.length}. Add the run to compare with.`,
    );
  }
  const runs: ReadRun[] = [];
  for (const folder of folders) runs.push(await readRun(folder, cwd));
  requireComparable(runs);
  const comparison = comparisonOf(runs, seed);
  if (out !== undefined) await writeAtomically(resolve(cwd, out), comparisonPage(comparison));
  return comparison;
}

function comparisonOf(all: readonly ReadRun[], seed: number): RunsComparison {
  const names = namesOf(all.map(({ folder }) => folder));
  const shared = onSharedClips(all);
  const [first, ...others] = shared as [ReadRun, ...ReadRun[]];
  const runs = all.map((run, i) => summaryOf(run, names[i]!));
  const speakers = new Set(first.clips.map(({ speaker }) => speaker)).size;
  const comparisons = others.map((other, i) => ({
    ...{ run: names[i + 1]!, baseline: names[0]! },
    ...compareTwo(first, other, seed),
  }));
  return {
    runs,
    labels: first.metrics.labels,
    clips: first.clips.length,
    speakers,
    comparisons: adjusted(comparisons).map((one) => ({
      ...one,
      sentence: comparisonSentence(one, { runs, speakers }),
    })),
    caveats: [...skippedCaveat(all, first), ...caveatsOf(shared, names)],
  };
}

/** The runs with only the clips that all of them tested. */
function onSharedClips(runs: readonly ReadRun[]): readonly ReadRun[] {
  const sets = runs.map(({ clips }) => new Set(clips.map(({ id }) => id)));
  return runs.map((run) => {
    const clips = run.clips.filter(({ id }) => sets.every((ids) => ids.has(id)));
    return { ...run, clips };
  });
}

function skippedCaveat(runs: readonly ReadRun[], { clips }: ReadRun): readonly string[] {
  const most = Math.max(...runs.map((run) => run.clips.length)) - clips.length;
  if (most === 0) return [];
  const what = `${counted(most, 'clip')} that not every run could read ${most === 1 ? 'is' : 'are'}`;
  return [`${what} left out of the tests; the scores of each run are over all clips that it tested.`];
}

type Unadjusted = Omit<RunComparison, 'wilcoxon' | 'sentence'> &
  Pick<ReturnType<typeof compareTwo>, 'wilcoxon'>;

function compareTwo(first: ReadRun, other: ReadRun, seed: number) {
  const { labels } = first.metrics;
  const byId = new Map(other.clips.map((clip) => [clip.id, clip]));
  const paired = first.clips.map(({ id }) => byId.get(id)!);
  const [one, two] = [outcomeOf(first.clips, labels), outcomeOf(paired, labels)];
  const groups = first.clips.map(({ speaker }) => speaker);
  if (new Set(groups).size < 2) {
    return { difference: null, wilcoxon: null, mcnemar: mcnemar(mcnemarCounts(one, two)), bySpeaker: [] };
  }
  const found = compareOutcomes({ first: one, second: two, groups, seed });
  return {
    difference: found.difference,
    wilcoxon: found.wilcoxon,
    mcnemar: found.mcnemar,
    bySpeaker: found.groups.map((pair) => ({
      speaker: pair.group,
      baseline: pair.first,
      run: pair.second,
    })),
  };
}

/** With several comparisons, a small p-value by chance is more likely: Holm's correction. */
function adjusted(comparisons: readonly Unadjusted[]): readonly Omit<RunComparison, 'sentence'>[] {
  const corrected = holm(comparisons.map(({ wilcoxon }) => wilcoxon?.pValue ?? 1));
  return comparisons.map((comparison, i) => {
    const { wilcoxon } = comparison;
    return { ...comparison, wilcoxon: wilcoxon && { ...wilcoxon, adjustedPValue: corrected[i]! } };
  });
}

function outcomeOf(clips: ReadRun['clips'], labels: readonly string[]): Outcome {
  return {
    actual: clips.map(({ actual }) => labels.indexOf(actual)),
    predicted: clips.map(({ predicted }) => labels.indexOf(predicted)),
    nClasses: labels.length,
  };
}

function summaryOf({ folder, metrics }: ReadRun, name: string): ComparedRun {
  const { recipe, protocol, speakerIndependent, synthetic, chance, pooled, interval, perClass } = metrics;
  const { low = null, high = null, confidence = 0.95 } = interval ?? {};
  return {
    ...{ name, folder, recipe, protocol, speakerIndependent, synthetic, chance },
    ...{ uar: pooled.uar, accuracy: pooled.accuracy, macroF1: pooled.macroF1 },
    interval: low === null || high === null ? null : { low, high, confidence },
    recalls: Object.fromEntries(
      perClass.map(({ label, recall, support }) => [label, support > 0 ? recall : null]),
    ),
  };
}
