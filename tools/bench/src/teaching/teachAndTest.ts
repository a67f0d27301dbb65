import { Teaching, type TeachOptions } from '@ser/classifiers';
import { SpeakerOffset } from '@ser/recognizer';
import type { TaughtAndTested } from './drawClips.js';
import type { ClipView, TestClip, TestSpeaker } from './testSpeaker.js';

/** What is taught, and how. */
export interface TeachingMethod {
  /** What a model makes of a clip. @default the encoder's view */
  readonly view?: (clip: TestClip) => ClipView;
  /** Whether the clips are taught. @default true */
  readonly teaches?: boolean;
  /** Whether the session received the clips, without their labels, before. @default false */
  readonly session?: boolean;
  /** Whether there is a general model. @default true */
  readonly general?: boolean;
  /** Whether the estimate is compared with the UAR, which takes most of the time. @default false */
  readonly estimates?: boolean;
  readonly options?: TeachOptions | undefined;
}

/** Clips of each class that are tested, and those of them that are recognized. */
export interface Tally {
  readonly hits: Float64Array;
  readonly support: Float64Array;
}

/** The estimate from the taught clips alone, and the UAR on the tested clips of the same classes. */
export interface EstimateError {
  readonly estimate: number;
  readonly actual: number;
}

const leastProbability = 1e-6;
/** As in sessions. */
const enoughPerLabel = 3;

/** Teaches some clips of a speaker, and tests the others. */
export function teachAndTest(
  { nClasses, profile }: Pick<TestSpeaker, 'nClasses' | 'profile'>,
  { taught, tested }: TaughtAndTested,
  method: TeachingMethod,
): Tally & { readonly error: EstimateError | undefined } {
  const { teaches = true, session = false } = method;
  const [first] = tested;
  const nFeatures = viewOf(first!, method).row.length;
  const teaching = new Teaching({ nFeatures, nClasses, ...method.options });
  const offset = new SpeakerOffset(nClasses, profile);
  for (const clip of taught) {
    const { row, shares } = viewOf(clip, method);
    if (session) offset.add(normalized(shares), 1);
    if (teaches) teaching.teach({ id: clip.id, row, scores: scoresOf(shares), label: clip.actual });
  }
  const fitted = teaching.fit(offset.values);
  const [hits, support] = [new Float64Array(nClasses), new Float64Array(nClasses)];
  for (const clip of tested) {
    const { row, shares } = viewOf(clip, method);
    support[clip.actual]!++;
    if (largest(fitted.scores(row, scoresOf(shares))) === clip.actual) hits[clip.actual]!++;
  }
  return { hits, support, error: method.estimates ? estimateError(teaching, { hits, support }) : undefined };
}

function viewOf(clip: TestClip, { view, general = true }: TeachingMethod): ClipView {
  const { row, shares } = view?.(clip) ?? clip;
  return { row, shares: general ? shares : shares.map(() => 1) };
}

function estimateError(teaching: Teaching, { hits, support }: Tally): EstimateError | undefined {
  const counts = support.map(() => 0);
  const recognized = support.map(() => 0);
  for (const { label } of teaching.examples) counts[label]!++;
  const classes = [...counts.keys()].filter((c) => counts[c]! > 0);
  if (classes.length < 2 || classes.some((c) => counts[c]! < enoughPerLabel)) return undefined;
  const heldOut = teaching.heldOutScores();
  for (const { id, label } of teaching.examples) {
    if (largest(heldOut.get(id)!) === label) recognized[label]!++;
  }
  const meanOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share / shares.length, 0);
  return {
    estimate: meanOf(classes.map((c) => recognized[c]! / counts[c]!)),
    actual: meanOf(classes.map((c) => hits[c]! / support[c]!)),
  };
}

/** Log-probabilities with a mean of 0, as sessions compute them. */
function scoresOf(shares: readonly number[]): readonly number[] {
  const logs = normalized(shares).map((share) => Math.log(Math.max(share, leastProbability)));
  const mean = logs.reduce((sum, log) => sum + log / logs.length, 0);
  return logs.map((log) => log - mean);
}

function normalized(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

function largest(scores: Float64Array): number {
  return scores.indexOf(Math.max(...scores));
}
