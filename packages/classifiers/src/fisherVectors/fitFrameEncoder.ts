import { deriveSeed, nextTurn, purposes, requireSeed } from '@ser/core';
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

export interface FitFrameEncoderOptions {
  /** Which frames are drawn, and where the mixture starts from: a 32-bit integer. */
  readonly seed: number;
  /** Ends the fit early: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Clips between two turns of the event loop: some 50 ms. */
const clipsATurn = 64;

/**
 * Fits an encoder to training clips, and to nothing else: scale, principal components and mixture to some of their
 * frames, and the scale of vectors to all of their vectors. One seed gives the same encoder, bit for bit.
 *
 * @throws {SerError} `invalid-network` for a wrong description; `invalid-option` for more components than frames, and
 * more dimensions than features; `shape-mismatch`; `diverged` for a value that is not finite
 * @throws the signal's reason
 *
 * @example
 * const encoder = await fitFrameEncoder({ kind: 'fisherVectors' }, trainingClips, { seed: 1 });
 * const row = encoder.encode(features); // encoder.nOutputs numbers, however many frames
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
  const [drawSeed, startSeed] = [0, 1].map((use) => deriveSeed(seed, purposes.encoding, use)) as [
    number,
    number,
  ];
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
    if (i % clipsATurn === 0) await nextTurn();
    signal?.throwIfAborted();
    vectors.write(clip, vector);
    moments.add(vector);
  }
  return moments.scale;
}

function checkClips(clips: readonly Frames[]): number {
  const [first] = clips;
  if (first === undefined) {
    throw new ClassifierError('shape-mismatch', 'Expected at least one clip to fit an encoder to, got none.');
  }
  clips.forEach((clip, i) => checkFrames(clip, first.nFeatures, `Clip ${i}`));
  return first.nFeatures;
}

function checkDimensions(dimensions: number | undefined, nInputs: number): void {
  if (dimensions === undefined || dimensions <= nInputs) return;
  throw new ClassifierError(
    'invalid-option',
    `Expected \`dimensions\` to be at most the ${nInputs} features of a frame, got \`${dimensions}\`.`,
  );
}

function checkEnough(nFrames: number, nComponents: number): void {
  if (nFrames >= nComponents) return;
  throw new ClassifierError(
    'invalid-option',
    `Expected at least \`nComponents\` (${nComponents}) frames to fit a mixture to, got ${nFrames}. ` +
      'Give more clips, or ask for fewer components.',
  );
}
