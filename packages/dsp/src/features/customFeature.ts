import {
  findPart,
  howToRegister,
  invalidOption,
  type Part,
  registeredParts,
  registerPart,
  requireInteger,
} from '@ser/core';
import type { AudioClip } from '../audio/audioClip.js';
import { finiteSamplesSteps } from '../audio/checkClip.js';
import { DspError } from '../errors.js';
import type { FramePlan } from '../frames/features.js';
import { type FrameLayout, wholeClip } from '../frames/frameLayout.js';
import { requireLength } from '../options/requireLength.js';
import { hopBounds, requireFrameLength } from '../options/sizeLimits.js';
import { framesPerStep, runSteps, type Steps } from '../steps/steps.js';

/** The options of a feature of your own, as in the description, without `name`, `prefix`, and `version`. */
export type CustomOptions = Readonly<Record<string, unknown>>;

/** A feature of your own, for `registerFeature`. */
export interface CustomFeature {
  /** Its name in descriptions: letters and digits, beginning with a lower case letter. */
  readonly name: string;
  /**
   * Changes whenever the values change. Models and caches store it, and refuse another version.
   *
   * @default 1
   */
  readonly version?: number;
  /** The names of its options. @default none */
  readonly options?: readonly string[];
  /** Names of its columns, at least one. */
  readonly columns: readonly string[] | ((options: CustomOptions) => readonly string[]);
  /**
   * Frames that the clip is divided into, in samples, without padding; a frame length from 1 to 65536, and a hop from 1 to
   * 2^22. `extract` then gets each frame.
   *
   * @default none: `extract` gets the whole clip, and there is one row per clip
   */
  readonly frames?:
    | Readonly<Record<'frameLength' | 'hopLength', number>>
    | ((options: CustomOptions, sampleRate: number) => Readonly<Record<'frameLength' | 'hopLength', number>>);
  /**
   * Computes one row: a finite number for each column. It must give the same numbers for the same samples.
   *
   * @param clip the whole clip, or one frame of it; its samples are not to be changed or kept
   */
  readonly extract: (clip: AudioClip, options: CustomOptions) => ArrayLike<number>;
}

/**
 * Adds a feature of your own to those that descriptions can name, in this process. For worker threads, put the call into a
 * file, and load it with `loadPlugins` of @ser/experiments, or `--plugin` of the command.
 *
 * @param builtIn the names of the built-in features
 * @returns a function that removes it again
 * @throws {SerError} `invalid-option`, `duplicate-part`
 */
export function registerCustomFeature(feature: CustomFeature, builtIn: readonly string[]): () => void {
  const { name, extract, version = 1 } = feature;
  if (typeof name !== 'string' || !/^[a-z][A-Za-z0-9]*$/.test(name)) {
    throw invalidOption('name', 'letters and digits, beginning with a lower case letter', name);
  }
  if (typeof extract !== 'function') throw invalidOption('extract', 'a function', extract);
  requireInteger('version', version, { min: 1, max: 0x7fffffff });
  return registerPart('feature', feature, builtIn);
}

/** The registered feature of this name, if there is one. */
export function customFeature(name: unknown): CustomFeature | undefined {
  return findPart('feature', name) as (CustomFeature & Part) | undefined;
}

/** The names of the features that were registered. */
export function customFeatureNames(): readonly string[] {
  return registeredParts('feature').map(({ name }) => name);
}

/** @throws {SerError} `unsupported-feature` */
export function unknownFeature(name: string, builtIn: readonly string[]): DspError {
  const names = [...builtIn, ...customFeatureNames()].join(', ');
  return new DspError(
    'unsupported-feature',
    `The feature '${name}' does not exist. Use one of ${names}. ${howToRegister('feature')}`,
  );
}

/** Computes a registered feature. */
export class CustomPlan implements FramePlan {
  readonly names: readonly string[];
  readonly layout: FrameLayout;
  readonly #feature: CustomFeature;
  readonly #options: CustomOptions;
  readonly #sampleRate: number;

  /** @throws {SerError} `invalid-option`, `unsupported-feature` for another version */
  constructor(feature: CustomFeature, spec: object, sampleRate: number) {
    const { name, version = feature.version ?? 1 } = spec as CustomOptions;
    requireVersion(feature, version);
    const own = Object.entries(spec).filter(([key]) => !['name', 'prefix', 'version'].includes(key));
    const options: CustomOptions = Object.fromEntries(own);
    this.#feature = feature;
    this.#options = options;
    this.#sampleRate = sampleRate;
    const { columns, frames } = feature;
    this.names = typeof columns === 'function' ? columns(options) : columns;
    if (this.names.length === 0)
      throw invalidOption(`${String(name)}.columns`, 'at least one name', this.names);
    this.layout = layoutOf(typeof frames === 'function' ? frames(options, sampleRate) : frames);
  }

  nFrames(nSamples: number): number {
    if (this.layout === wholeClip) return 1;
    const { frameLength, hopLength } = this.layout;
    if (nSamples >= frameLength) return 1 + Math.floor((nSamples - frameLength) / hopLength);
    throw new DspError(
      'clip-too-short',
      `The clip must have at least ${frameLength} samples, one frame of '${this.#feature.name}'; got ${nSamples}.`,
    );
  }

  transform(samples: Float32Array, output?: Float32Array): Float32Array {
    return runSteps(this.steps(samples, output));
  }

  *steps(samples: Float32Array, output?: Float32Array): Steps<Float32Array> {
    const nFrames = this.nFrames(samples.length);
    const nColumns = this.names.length;
    const rows = output ?? new Float32Array(nFrames * nColumns);
    requireLength('output', rows, nFrames * nColumns);
    yield* finiteSamplesSteps(samples);
    const { frameLength, hopLength } = this.layout;
    for (let frame = 0; frame < nFrames; frame++) {
      if (frame % framesPerStep === 0) yield;
      const start = frame === 0 ? 0 : frame * hopLength;
      const part = this.layout === wholeClip ? samples : samples.subarray(start, start + frameLength);
      rows.set(this.#row(part), frame * nColumns);
    }
    return rows;
  }

  #row(samples: Float32Array): ArrayLike<number> {
    const { name, extract } = this.#feature;
    const row = extract({ samples, sampleRate: this.#sampleRate }, this.#options);
    if (row.length !== this.names.length || !Array.from(row).every(Number.isFinite)) {
      throw new DspError(
        'invalid-features',
        `\`extract\` of the feature '${name}' must return ${this.names.length} finite numbers, one per column; got ` +
          `${row.length === this.names.length ? 'a number that is not finite' : row.length}. Correct the plugin.`,
      );
    }
    return row;
  }
}

function requireVersion({ name, version = 1 }: CustomFeature, required: unknown): void {
  if (required === version) return;
  throw new DspError(
    'unsupported-feature',
    `The description needs version ${String(required)} of the feature '${name}'; version ${version} is registered. Load ` +
      'the plugin of that version, or train again.',
  );
}

function layoutOf(frames: Readonly<Record<'frameLength' | 'hopLength', number>> | undefined): FrameLayout {
  if (frames === undefined) return wholeClip;
  const { frameLength, hopLength } = frames;
  requireFrameLength('frameLength', frameLength, 1);
  requireInteger('hopLength', hopLength, hopBounds);
  return { frameLength, hopLength, center: false };
}
