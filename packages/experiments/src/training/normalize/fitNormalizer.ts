import { Normalizer } from '@ser/dsp';
import { featuresOf } from '../../features/extract.js';
import type { ExtractedClips } from '../../features/extract.js';
import { normalizationOf } from '../../recipe/normalization.js';
import type { Normalization, NormalizationScope } from '../../recipe/normalization.js';
import { averageSpeaker, speakerNormalizers } from './speakerNormalizers.js';

/** What brings the clips of a run to comparable scales. */
export interface ClipsNormalizer {
  /** What a clip is normalised by: the same for all of them, or what suits its speaker. */
  of(row: number): Normalizer;
  /** What clips of voices are normalised by of which nothing is known; kept with the model. */
  readonly forStrangers: Normalizer;
}

/**
 * The normaliser of some training clips.
 *
 * @param train rows trained on, copies included; with `train`, no other is looked at
 * @param normalize the recipe's
 * @throws {SerError} `too-few-clips` when a speaker whom `speaker` is to normalise has a single clip
 */
export function fitNormalizer(
  clips: ExtractedClips,
  train: readonly number[],
  normalize: NormalizationScope | Normalization = 'train',
): ClipsNormalizer {
  const { scope, clip, strangers = 'own' } = normalizationOf(normalize);
  const limit = clip === undefined ? {} : { clip };
  switch (scope) {
    case 'train':
      return sameForAll(
        Normalizer.fit(
          train.map((row) => featuresOf(clips, row)),
          limit,
        ),
      );
    case 'clip':
      return sameForAll(Normalizer.perClip(clips.names, limit));
    case 'speaker': {
      const forStrangers = averageSpeaker(clips, train, limit);
      const known = strangers === 'average' ? new Set(train) : undefined;
      const { of } = speakerNormalizers(clips, known ?? clips.utterances.keys(), limit);
      return { of: (row) => (known?.has(row) === false ? forStrangers : of(row)), forStrangers };
    }
  }
}

function sameForAll(normalizer: Normalizer): ClipsNormalizer {
  return { of: () => normalizer, forStrangers: normalizer };
}
