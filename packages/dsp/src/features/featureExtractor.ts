import type { AudioClip } from '../audioClip.js';
import { DspError } from '../errors.js';
import type { FeatureDescription } from './featureDescription.js';
import { createFeaturePlan } from './featureKinds.js';
import { featuresOf, type FeaturePlan, type Features } from './features.js';
import { applyFunctionals } from './functionals.js';
import { parseFeatureDescription } from './parseFeatureDescription.js';
import { cutSegment, segmentLength } from './segment.js';

/**
 * Clips to features, as a description says. Make one and use it for all clips: tables and buffers are kept.
 *
 * @throws {DspError} `invalid-feature-description`, `unsupported-feature`
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
  readonly #plans: readonly FeaturePlan[];

  constructor(description: FeatureDescription) {
    this.description = parseFeatureDescription(description);
    const { sampleRate, features, segment, functionals } = this.description;
    this.#plans = features.map((spec) => createFeaturePlan(spec, sampleRate));
    this.names = this.#plans.flatMap(
      ({ names }) => functionals?.flatMap((f) => names.map((n) => `${n}.${f}`)) ?? names,
    );
    this.nFeatures = this.names.length;
    if (functionals !== undefined) this.nFrames = 1;
    else if (segment !== undefined)
      this.nFrames = this.#plans[0]!.nFrames(segmentLength(segment, sampleRate));
  }

  /**
   * @returns features of shape `[nFrames, nFeatures]`
   * @throws {DspError} `sample-rate-mismatch`, `clip-too-short`, `invalid-sample`
   */
  extract(clip: AudioClip): Features {
    const { sampleRate, segment, functionals } = this.description;
    requireSampleRate(clip, sampleRate);
    const samples = segment === undefined ? clip.samples : cutSegment(clip.samples, sampleRate, segment);
    const parts = this.#plans.map((plan) => featuresOf(plan, samples));
    return sideBySide(
      functionals === undefined ? parts : parts.map((part) => applyFunctionals(part, functionals)),
    );
  }
}

function requireSampleRate(clip: AudioClip, sampleRate: number): void {
  if (clip.sampleRate === sampleRate) return;
  throw new DspError(
    'sample-rate-mismatch',
    `Expected a clip of ${sampleRate} Hz, got ${clip.sampleRate} Hz. Resample it first, with \`resample\` of @ser/audio-io.`,
  );
}

/** Joins features of equally many frames, frame by frame. */
function sideBySide(parts: readonly Features[]): Features {
  const [first] = parts;
  if (parts.length === 1) return first!;
  const names = parts.flatMap((part) => part.names);
  const data = new Float32Array(first!.nFrames * names.length);
  for (let frame = 0, offset = 0; frame < first!.nFrames; frame++) {
    for (const part of parts) {
      data.set(part.data.subarray(frame * part.nFeatures, (frame + 1) * part.nFeatures), offset);
      offset += part.nFeatures;
    }
  }
  return { data, nFrames: first!.nFrames, nFeatures: names.length, names };
}
