import { compareOutcomes, mcnemar, mcnemarCounts } from '@ser/metrics';
import type { Outcome } from '@ser/metrics';
import { ExperimentError } from '../errors.js';
import { counted } from '../words.js';
import { caveatsOf } from './caveats.js';
import { holm } from './holm.js';
import { namesOf, readRun } from './readRun.js';
import type { ReadRun } from './readRun.js';
import { requireComparable } from './requireComparable.js';
import type { ComparedRun, RunComparison, RunsComparison } from './runsComparison.js';

export interface CompareRunsOptions {
  /** Of the bootstrap over speakers. @default 1 */
  readonly seed?: number;
}

/**
 * Puts finished runs side by side and holds each against the first: how far their UARs differ, and whether that may be
 * chance. All must have been tested on the same clips.
 *
 * @param folders run folders, those of evaluations, or the `source` of a run; at least two
 * @throws {SerError} `not-a-run`; `not-comparable` when they were tested on other clips or know other emotions;
 *   `invalid-option` for fewer than two
 *
 * @example
 * const { comparisons } = await compareRuns(['runs/cnn', 'runs/functionals']);
 * comparisons[0]!.wilcoxon?.pValue; // over speakers
 */
export async function compareRuns(
  folders: readonly string[],
  { seed = 1 }: CompareRunsOptions = {},
): Promise<RunsComparison> {
  if (folders.length < 2) {
    throw new ExperimentError(
      'invalid-option',
      `\`folders\` must name at least two runs, got ${folders.length}.`,
    );
  }
  const runs: ReadRun[] = [];
  for (const folder of folders) runs.push(await readRun(folder));
  requireComparable(runs);
  const names = namesOf(folders);
  const shared = onShared(runs);
  const [first, ...others] = shared as [ReadRun, ...ReadRun[]];
  const comparisons = others.map((other, i) => ({
    ...{ run: names[i + 1]!, baseline: names[0]! },
    ...compareTwo(first, other, seed),
  }));
  return {
    runs: runs.map((run, i) => summaryOf(run, names[i]!)),
    labels: first.metrics.labels,
    clips: first.clips.length,
    speakers: new Set(first.clips.map(({ speaker }) => speaker)).size,
    comparisons: adjusted(comparisons),
    caveats: [...skippedCaveat(runs, first), ...caveatsOf(shared, names)],
  };
}

/** The runs with the clips that all of them have tested: clips that one had to skip are left out of all. */
function onShared(runs: readonly ReadRun[]): readonly ReadRun[] {
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
  return [`${what} left out of the tests; each run’s own figures are over all clips that it has tested.`];
}

type Unadjusted = Omit<RunComparison, 'wilcoxon'> & Pick<ReturnType<typeof compareTwo>, 'wilcoxon'>;

function compareTwo(first: ReadRun, other: ReadRun, seed: number) {
  const { labels } = first.metrics;
  const inOrder = new Map(other.clips.map((clip) => [clip.id, clip]));
  const paired = first.clips.map(({ id }) => inOrder.get(id)!);
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

/** With several comparisons, one of them comes out small by chance more easily: Holm's correction. */
function adjusted(comparisons: readonly Unadjusted[]): readonly RunComparison[] {
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
