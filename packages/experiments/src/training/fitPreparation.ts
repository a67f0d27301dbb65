import { fitFrameEncoder } from '@ser/classifiers';
import type { Features } from '@ser/dsp';
import { featuresOf, type ExtractedClips } from '../features/extractedClips.js';
import type { Member } from '../recipe/recipe.js';
import { encodedClips, type EncodedClipsOptions } from './encodedClips.js';
import type { Encoding, Preparation } from './examples.js';
import { inTurns } from './inTurns.js';
import { fitNormalizer } from './normalize/fitNormalizer.js';

export interface FitPreparationOptions {
  /** Rows to train on, including augmented copies; only these are used for fitting. */
  readonly train: readonly number[];
  readonly seed: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Fits what comes before the classifier on some training clips: the normalizer, and the encoder of the frames, if any.
 *
 * @throws the signal's reason
 */
export async function fitPreparation(
  clips: ExtractedClips,
  { normalize, encoding }: Pick<Member, 'normalize' | 'encoding'>,
  { train, seed, signal }: FitPreparationOptions,
): Promise<Preparation> {
  const normalizer = fitNormalizer(clips, train, normalize);
  if (encoding === undefined) return { normalizer };
  const normalized: Features[] = [];
  for await (const row of inTurns(train, signal)) {
    normalized.push(normalizer.of(row).apply(featuresOf(clips, row)));
  }
  const encoder = await fitFrameEncoder(encoding, normalized, { seed, signal });
  return { normalizer, encoding: await encodingOf(clips, normalize, { train, normalizer, encoder, signal }) };
}

type EncodingOptions = Omit<FitPreparationOptions, 'seed'> & EncodedClipsOptions;

/**
 * The encoded frames of all clips. The encoder normalizes its outputs by the training clips. With per-speaker
 * normalization, they are then also normalized per speaker.
 *
 * @throws the signal's reason
 */
export async function encodingOf(
  clips: ExtractedClips,
  normalize: Member['normalize'],
  { train, normalizer, encoder, signal }: EncodingOptions,
): Promise<Encoding> {
  const encoded = await encodedClips(clips, { normalizer, encoder, signal });
  const { clip = 3 } = encoder.description;
  return {
    encoder,
    clips: encoded,
    ...(normalize.scope === 'speaker' && {
      normalizer: fitNormalizer(encoded, train, { ...normalize, clip }),
    }),
  };
}
