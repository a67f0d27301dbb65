import { Normalizer } from '@ser/dsp';
import { featuresOfRows, type ExtractedClips } from '../../features/extractedClips.js';
import type { Normalization } from '../../recipe/normalization.js';
import { averageSpeaker, speakerNormalizers } from './speakerNormalizers.js';

/** Brings the features of a run's clips to comparable scales. */
export interface ClipsNormalizer {
  /** The normalizer of a clip: the same for all clips, or that of its speaker. */
  of(row: number): Normalizer;
  /** The normalizer for unknown speakers; saved with the model. */
  readonly forUnseenSpeakers: Normalizer;
}

/**
 * Fits a normalizer on some training clips.
 *
 * @param train rows to train on, including augmented copies; with the scope `train`, no others are used
 * @throws {SerError} `too-few-clips` if the scope is `speaker` and a speaker has only one clip
 */
export function fitNormalizer(
  clips: ExtractedClips,
  train: readonly number[],
  { scope, clip, unseenSpeakers = 'own' }: Normalization,
): ClipsNormalizer {
  const limit = clip === undefined ? {} : { clip };
  switch (scope) {
    case 'train': {
      return sameForAll(Normalizer.fit(featuresOfRows(clips, train), limit));
    }
    case 'clip':
      return sameForAll(Normalizer.perClip(clips.names, limit));
    case 'speaker': {
      const forUnseenSpeakers = averageSpeaker(clips, train, limit);
      const known = unseenSpeakers === 'average' ? new Set(train) : undefined;
      const speakers = speakerNormalizers(clips, known ?? clips.utterances.keys(), limit);
      return {
        of: (row) => (known?.has(row) === false ? forUnseenSpeakers : speakers.of(row)),
        forUnseenSpeakers,
      };
    }
  }
}

function sameForAll(normalizer: Normalizer): ClipsNormalizer {
  return { of: () => normalizer, forUnseenSpeakers: normalizer };
}
