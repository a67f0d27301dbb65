import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import { applyFunctionals, type Functional } from '../frames/applyFunctionals.js';
import { delta, deltaNames } from '../frames/delta.js';
import type { Features, FramePlan } from '../frames/features.js';
import { wholeClip } from '../frames/frameLayout.js';
import { sideBySide } from '../frames/sideBySide.js';
import { StepQueue } from '../steps/stepQueue.js';
import { runSteps, type Steps } from '../steps/steps.js';
import { cropLength, cropped } from './crop.js';
import type { FeatureDescription } from './featureDescription.js';
import { createFramePlan, withPrefix } from './featureKinds.js';
import { parseFeatureDescription } from './parseFeatureDescription.js';
import { PlanSet } from './planSet.js';

export interface ExtractOptions {
  /** Ends the extraction between two steps. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Extracts the features of a description from clips, whatever computes them. A `FeaturePlan` is a synchronous one;
 * `openFeatures` of @ser/encoder also computes the feature `encoder`.
 */
export interface FeatureSource {
  /** The checked description. */
  readonly description: FeatureDescription;
  /** The sample rate of the clips, in Hz. Pass the plan to `readAudio` as its options to get clips of this rate. */
  readonly sampleRate: number;
  /** Name of each column, such as 'mfcc0', or 'mfcc0.mean' with functionals. */
  readonly names: readonly string[];
  readonly nFeatures: number;
  /** Number of rows of each clip, if functionals or a segment make it constant. */
  readonly nFrames?: number;

  /**
   * Extracts the features of a clip.
   *
   * @returns features of shape `[nFrames, nFeatures]`
   * @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`
   */
  extract(clip: AudioClip): Features | Promise<Features>;

  /**
   * Extracts the same features, and lets the event loop run every few milliseconds. A source may have only `extract`.
   *
   * @returns features of shape `[nFrames, nFeatures]`
   * @throws {SerError} as `extract`; the reason of the signal, once it is aborted
   */
  extractInSteps?(clip: AudioClip, options?: ExtractOptions): Promise<Features>;

  /** Frees what the source uses, after the calls of `extract` that you have waited for. A source may have nothing to free. */
  close?(): Promise<void>;
}

/** Extracts the features of a description from clips, synchronously; tables and buffers are made once. */
export interface FeaturePlan extends FeatureSource {
  /**
   * Extracts the features of a clip.
   *
   * @returns features of shape `[nFrames, nFeatures]`
   * @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`
   * @throws {SerError} `asynchronous-feature` if the description has the feature `encoder`
   */
  extract(clip: AudioClip): Features;

  /**
   * Extracts the same features, bit for bit, and lets the event loop run every few milliseconds: for long clips, in a
   * process that must keep responding. Several calls run one after the other; do not change the samples meanwhile.
   *
   * @returns features of shape `[nFrames, nFeatures]`
   * @throws {SerError} as `extract`; the reason of the signal, once it is aborted
   */
  extractInSteps(clip: AudioClip, options?: ExtractOptions): Promise<Features>;
}

/**
 * Prepares the extraction of features from clips. Create one plan and use it for all clips.
 *
 * `names` and `nFeatures` throw `unresolved-encoder` if the description names an encoder by `model` without its `width`
 * and `sha256`; `resolveFeatures` of @ser/encoder fills these in.
 *
 * @throws {SerError} `invalid-feature-description`, `unsupported-feature`
 *
 * @example
 * const plan = createFeaturePlan({
 *   sampleRate: 16000,
 *   features: [{ name: 'mfcc', nMfcc: 40 }],
 *   segment: { duration: 3 },
 * });
 * plan.extract(clip).data; // [94, 40]
 */
export function createFeaturePlan(description: FeatureDescription): FeaturePlan {
  return new DescribedFeatures(parseFeatureDescription(description));
}

type DeltaOrder = 1 | 2;

class DescribedFeatures implements FeaturePlan {
  readonly description: FeatureDescription;
  readonly sampleRate: number;
  readonly nFrames?: number;
  readonly #plans: PlanSet;
  readonly #queue = new StepQueue();
  /** Those of `extractInSteps`, so that a call of `extract` between two steps does not change their buffers. */
  #plansInSteps: PlanSet | undefined;
  readonly #deltaOrders: readonly DeltaOrder[];
  #names: readonly string[] | undefined;

  constructor(description: FeatureDescription) {
    this.description = description;
    this.sampleRate = description.sampleRate;
    const { deltas = 0 } = description;
    this.#plans = createPlans(description);
    this.#deltaOrders = ([1, 2] as const).slice(0, deltas);
    const nFrames = constantFrames(description, this.#plans.plans[0]!);
    if (nFrames !== undefined) this.nFrames = nFrames;
  }

  get names(): readonly string[] {
    const { features, functionals } = this.description;
    this.#names ??= this.#plans.plans.flatMap((plan, i) =>
      columnNames(withPrefix(plan.names, features[i]!), this.#deltaOrders, functionals),
    );
    return this.#names;
  }

  get nFeatures(): number {
    return this.names.length;
  }

  extract(clip: AudioClip): Features {
    return runSteps(this.#steps(clip, this.#plans));
  }

  extractInSteps(clip: AudioClip, { signal }: ExtractOptions = {}): Promise<Features> {
    const start = () => this.#steps(clip, (this.#plansInSteps ??= createPlans(this.description)));
    return this.#queue.run(start, signal);
  }

  *#steps(clip: AudioClip, plans: PlanSet): Steps<Features> {
    const { sampleRate, segment, functionals } = this.description;
    requireSampleRate(clip, sampleRate);
    const samples = segment === undefined ? clip.samples : cropped(clip.samples, sampleRate, segment);
    const rows: Features[] = [];
    for (const part of yield* plans.steps(samples)) {
      yield;
      const frames = withDeltas(part, this.#deltaOrders);
      rows.push(functionals === undefined ? frames : applyFunctionals(frames, functionals));
    }
    return { ...sideBySide(rows), names: this.names };
  }
}

function createPlans({ features, sampleRate }: FeatureDescription): PlanSet {
  return new PlanSet(features.map((spec) => createFramePlan(spec, sampleRate)));
}

function constantFrames(description: FeatureDescription, plan: FramePlan): number | undefined {
  const { sampleRate, segment, functionals } = description;
  if (functionals !== undefined || plan.layout === wholeClip) return 1;
  if (segment === undefined || plan.layout.rows !== undefined) return undefined;
  return plan.nFrames(cropLength(segment, sampleRate));
}

function withDeltas(features: Features, orders: readonly DeltaOrder[]): Features {
  return sideBySide([features, ...orders.map((order) => delta(features, { order }))]);
}

function columnNames(
  names: readonly string[],
  orders: readonly DeltaOrder[],
  functionals: readonly Functional[] = [],
): readonly string[] {
  const columns = [...names, ...orders.flatMap((order) => deltaNames(names, order))];
  if (functionals.length === 0) return columns;
  return functionals.flatMap((functional) => columns.map((column) => `${column}.${functional}`));
}
