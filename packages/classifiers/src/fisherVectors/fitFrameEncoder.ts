import { deriveSeed, invalidOption, nextTurn, purposes, requireSeed } from '@ser/core';
import { ClassifierError } from '../errors.js';
import { ColumnMoments, type ColumnScale } from './columnScale.js';
import { drawFrames } from './drawFrames.js';
import { expectationMaximization, randomMixture } from './expectationMaximization.js';
import { FisherVectorEncoder } from './fisherVectorEncoder.js';
import { FisherVectors } from './fisherVectors.js';
import type { FrameEncoder } from './frameEncoder.js';
import {
  filled,
  type FrameEncoderDescription,
  parseFrameEncoderDescription,
} from './frameEncoderDescription.js';
import { fitFrameTransform, transformed } from './frameTransform.js';
import { checkFrames, type Frames } from './frames.js';
import { roundedMixture } from './gaussianMixture.js';

/** How a frame encoder is fitted. */
export interface FitFrameEncoderOptions {
  /** Seed of the frames that are drawn and of the mixture that the fit starts from, a 32-bit integer. */
  readonly seed: number;
  /** Aborts the fit: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Number of clips between two turns of the event loop: about 50 ms of work. */
const clipsPerTurn = 64;

/**
 * Fits a frame encoder to training clips: the scale, the principal components, and the mixture to a sample of their
 * frames, and the scale of the vectors to all of their vectors. The same seed gives the same encoder, bit for bit.
 *
 * @throws {SerError} `invalid-option` for an invalid description, more components than frames, or more dimensions than
 * features; `shape-mismatch`; `diverged` for values that are not finite
 * @throws the signal's reason
 *
 * @example
 * const encoder = await fitFrameEncoder({ kind: 'fisherVectors' }, trainingClips, { seed: 1 });
 * const row = encoder.encode(frames); // encoder.nOutputs numbers for any number of frames
 */
export async function fitFrameEncoder(
  description: FrameEncoderDescription,
  clips: readonly Frames[],
  { seed, signal }: FitFrameEncoderOptions,
): Promise<FrameEncoder> {
  signal?.throwIfAborted();
  const { nComponents, dimensions, framesFitted, bound } = filled(parseFrameEncoderDescription(description));
  requireSeed(seed);
  const nInputs = checkClips(clips);
  checkDimensions(dimensions, nInputs);
  const drawSeed = deriveSeed(seed, purposes.encoding, 0);
  const startSeed = deriveSeed(seed, purposes.encoding, 1);
  const drawn = drawFrames(clips, framesFitted, drawSeed);
  checkEnough(drawn.length / nInputs, nComponents);
  const transform = fitFrameTransform(drawn, { nInputs, bound, dimensions });
  const frames = transformed(transform, drawn);
  const start = randomMixture(frames, { nComponents, nDimensions: transform.nOutputs, seed: startSeed });
  const mixture = roundedMixture(await expectationMaximization(start, frames, { signal }));
  const vectors = new FisherVectors(transform, mixture);
  return new FisherVectorEncoder(description, vectors, await vectorScale(vectors, clips, signal));
}

async function vectorScale(
  vectors: FisherVectors,
  clips: readonly Frames[],
  signal: AbortSignal | undefined,
): Promise<ColumnScale> {
  const moments = new ColumnMoments(vectors.size);
  const vector = new Float32Array(vectors.size);
  for (const [i, clip] of clips.entries()) {
    if (i % clipsPerTurn === 0) await nextTurn();
    signal?.throwIfAborted();
    vectors.write(clip, vector);
    moments.add(vector);
  }
  return moments.scale;
}

function checkClips(clips: readonly Frames[]): number {
  const [first] = clips;
  if (first === undefined) {
    throw new ClassifierError(
      'shape-mismatch',
      'A frame encoder needs at least one clip to fit to; got none.',
    );
  }
  clips.forEach((clip, i) => checkFrames(clip, first.nFeatures, `Clip ${i}`));
  return first.nFeatures;
}

function checkDimensions(dimensions: number | undefined, nInputs: number): void {
  if (dimensions === undefined || dimensions <= nInputs) return;
  throw invalidOption('encoding.dimensions', `at most the ${nInputs} features of a frame`, dimensions);
}

function checkEnough(nFrames: number, nComponents: number): void {
  if (nFrames >= nComponents) return;
  throw invalidOption(
    'encoding.nComponents',
    `at most the number of frames that the mixture is fitted to, ${nFrames}`,
    nComponents,
    'Use more clips or fewer components.',
  );
}
