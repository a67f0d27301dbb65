import type { AudioClip } from '../audio/audioClip.js';
import { requireSampleRate } from '../audio/checkClip.js';
import { delta, deltaNames } from '../frames/delta.js';
import type { FeatureDescription } from './featureDescription.js';
import { createFeaturePlan, prefixed } from './featureKinds.js';
import type { Features } from '../frames/features.js';
import { wholeClip } from '../frames/frameLayout.js';
import { applyFunctionals, type Functional } from '../frames/applyFunctionals.js';
import { parseFeatureDescription } from './parseFeatureDescription.js';
import { PlanSet } from './planSet.js';
import { cutSegment, segmentLength } from './crop.js';
import { sideBySide } from '../frames/sideBySide.js';

/**
 * Clips to features, as a description says. Make one and use it for all clips: tables and buffers are kept.
 *
 * @throws {SerError} `invalid-feature-description`, `unsupported-feature`
 *
 * @example
 * const extractor = new FeatureExtractor({
 *   sampleRate: 16000,
 *   features: [{ name: 'mfcc', nMfcc: 40 }],
 *   segment: { duration: 3 },
 * });
 * extractor.extract(clip).data; // [94, 40]
 */
export class FeatureExtractor {
  readonly description: FeatureDescription;
  /** One name a column, such as 'mfcc0', or 'mfcc0.mean' with functionals. */
  readonly names: readonly string[];
  readonly nFeatures: number;
  /** Rows of every answer, where functionals or a segment fix it. */
  readonly nFrames?: number;
  readonly #plans: PlanSet;
  readonly #deltaOrders: readonly DeltaOrder[];

  constructor(description: FeatureDescription) {
    this.description = parseFeatureDescription(description);
    const { sampleRate, features, deltas = 0, segment, functionals } = this.description;
    const plans = features.map((spec) => createFeaturePlan(spec, sampleRate));
    this.#plans = new PlanSet(plans);
    this.#deltaOrders = ([1, 2] as const).slice(0, deltas);
    this.names = plans.flatMap((plan, i) =>
      columnNames(prefixed(plan.names, features[i]!), this.#deltaOrders, functionals),
    );
    this.nFeatures = this.names.length;
    const { layout } = plans[0]!;
    if (functionals !== undefined || layout === wholeClip) this.nFrames = 1;
    else if (segment !== undefined && layout.rows === undefined)
      this.nFrames = plans[0]!.nFrames(segmentLength(segment, sampleRate));
  }

  /**
   * @returns features of shape `[nFrames, nFeatures]`
   * @throws {SerError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`
   */
  extract(clip: AudioClip): Features {
    const { sampleRate, segment, functionals } = this.description;
    requireSampleRate(clip, sampleRate);
    const samples = segment === undefined ? clip.samples : cutSegment(clip.samples, sampleRate, segment);
    const parts = this.#plans.transform(samples).map((part) => withDeltas(part, this.#deltaOrders));
    const rows = functionals === undefined ? parts : parts.map((part) => applyFunctionals(part, functionals));
    return { ...sideBySide(rows), names: this.names };
  }
}

type DeltaOrder = 1 | 2;

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
