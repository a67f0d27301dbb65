import { speakerKey } from '@ser/datasets';
import { type ClassProfile, fitClassProfile, type ProfiledClip } from '@ser/recognizer';
import type { ClipPrediction } from '../../training/predict.js';

/** The class profile to use for a speaker, by the speaker's key. */
export type SpeakerProfiles = (speaker: string) => ClassProfile;

/**
 * The given class profile for every speaker, or profiles that are fitted to predictions for other corpora than the
 * speaker's; with one corpus, for other speakers.
 */
export function profilesOf(
  predictions: readonly ClipPrediction[],
  nLabels: number,
  profile: ClassProfile | 'fitted',
): SpeakerProfiles {
  if (profile !== 'fitted') return () => profile;
  const corpusOf = new Map(predictions.map(({ utterance }) => [speakerKey(utterance), utterance.corpus]));
  const hasSeveral = new Set(corpusOf.values()).size > 1;
  const clips = profiledClips(predictions);
  const fitted = new Map<string, ClassProfile>();
  return (speaker) => {
    const group = (name: string) => (hasSeveral ? corpusOf.get(name)! : name);
    const left = group(speaker);
    const known =
      fitted.get(left) ??
      fitClassProfile(
        clips.filter((clip) => group(clip.speaker) !== left),
        nLabels,
      );
    fitted.set(left, known);
    return known;
  };
}

/** Predictions as `fitClassProfile` takes them. */
export function profiledClips(predictions: readonly ClipPrediction[]): readonly ProfiledClip[] {
  return predictions.map(({ utterance, actual, probabilities }) => ({
    ...{ probabilities, actual },
    speaker: speakerKey(utterance),
  }));
}
