import { integerSource, seedOfName, shuffled } from '@ser/core';
import { divide, type DrawnClips, drawClips, type TaughtAndTested, withWrongLabels } from './drawClips.js';
import { type EstimateError, teachAndTest, type TeachingMethod } from './teachAndTest.js';
import type { TestSpeaker } from './testSpeaker.js';
import { type MeanUar, type SpeakerTally, uarOfSpeakers } from './uarOfSpeakers.js';

/** Numbers of clips per class that are taught. */
export const clipsPerClass = [0, 1, 2, 3, 5, 10] as const;

/** Draws whose estimate is compared with the UAR, which takes most of the time. */
const estimatedDraws = 3;

/** A way to use the clips. */
export interface Variant extends TeachingMethod {
  readonly name: string;
  /** Smallest number of clips per class that it is measured with. @default 0 */
  readonly from?: number;
  /** What differs in the labels. @default nothing */
  readonly labels?: 'one in ten wrong' | 'two classes';
}

export const variants: readonly Variant[] = [
  { name: 'taught', estimates: true },
  { name: 'taught, after a session with the same clips', session: true, from: 1 },
  { name: 'only a session with the same clips, not taught', session: true, teaches: false, from: 1 },
  { name: 'only the taught clips, no general model', general: false, from: 1 },
  { name: 'functionals instead of the encoder, taught', view: (clip) => clip.functionals },
  { name: 'taught, one label in ten wrong', labels: 'one in ten wrong', from: 3 },
  { name: 'taught, only two of the emotions', labels: 'two classes', from: 1 },
];

/** The results of a variant with a number of clips per class. */
export interface TeachingPoint {
  readonly clips: number;
  readonly uar: MeanUar;
  /** Mean over corpora of the estimate minus the UAR of the tested clips; undefined without estimates. */
  readonly bias: number | undefined;
}

export interface TeachingCurve {
  readonly variant: string;
  readonly points: readonly TeachingPoint[];
}

export interface MeasureOptions {
  readonly seed: number;
  /** How many times the clips are drawn. */
  readonly draws: number;
  /** Called after each variant. */
  readonly onVariant?: (name: string) => void;
}

/** The learning curve of each variant. All variants have the same draws. */
export function measureTeaching(
  speakers: readonly TestSpeaker[],
  { seed, draws, onVariant }: MeasureOptions,
  measured: readonly Variant[] = variants,
): readonly TeachingCurve[] {
  return measured.map((variant) => {
    const points = clipsPerClass
      .filter((clips) => clips >= (variant.from ?? 0))
      .map((clips) => pointOf(speakers, variant, { clips, seed, draws }));
    onVariant?.(variant.name);
    return { variant: variant.name, points };
  });
}

type PointOptions = Pick<MeasureOptions, 'seed' | 'draws'> & { readonly clips: number };

function pointOf(speakers: readonly TestSpeaker[], variant: Variant, options: PointOptions): TeachingPoint {
  const results = speakers.map((speaker) => resultOf(speaker, variant, options));
  const biases = [...new Set(speakers.map(({ corpus }) => corpus))].flatMap((corpus) => {
    const errors = results.filter((result) => result.corpus === corpus).flatMap((result) => result.errors);
    return errors.length === 0 ? [] : [mean(errors.map(({ estimate, actual }) => estimate - actual))];
  });
  const bias = biases.length === 0 ? undefined : mean(biases);
  return { clips: options.clips, uar: uarOfSpeakers(results, options.seed), bias };
}

function resultOf(
  speaker: TestSpeaker,
  variant: Variant,
  { clips, seed, draws }: PointOptions,
): SpeakerTally & { readonly errors: readonly EstimateError[] } {
  const { nClasses, corpus, name } = speaker;
  const hits = new Float64Array(nClasses);
  const support = new Float64Array(nClasses);
  const errors: EstimateError[] = [];
  for (let draw = 0; draw < (clips === 0 ? 1 : draws); draw++) {
    const random = integerSource(seedOfName(seed, `teaching/${name}/${draw}`));
    const parts = partsOf(drawClips(speaker, random), { clips, labels: variant.labels, random });
    const estimates = variant.estimates === true && draw < estimatedDraws;
    const tally = teachAndTest(speaker, parts, { ...variant, estimates });
    tally.hits.forEach((value, c) => (hits[c]! += value));
    tally.support.forEach((value, c) => (support[c]! += value));
    if (tally.error) errors.push(tally.error);
  }
  return { corpus, hits, support, errors };
}

function partsOf(
  drawn: DrawnClips,
  {
    clips,
    labels,
    random,
  }: Pick<Variant, 'labels'> & { readonly clips: number; readonly random: ReturnType<typeof integerSource> },
): TaughtAndTested {
  if (labels === 'two classes') {
    const classes = [...drawn.keys()].filter((c) => drawn[c]!.length > 1);
    return divide(drawn, clips, shuffled(classes, random).slice(0, 2));
  }
  const parts = divide(drawn, clips);
  if (labels === undefined) return parts;
  return { ...parts, taught: withWrongLabels(parts.taught, drawn.length, random) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
