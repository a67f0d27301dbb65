import type { TrainingCorpus } from '@ser/recognizer';

/**
 * Speakers of the recordings that the model was trained on: their scores say nothing about others.
 *
 * @param corpus the known corpus that the recordings are from
 */
export function trainedSpeakers(
  trainedOn: readonly TrainingCorpus[],
  corpus: string | undefined,
  recordings: readonly { readonly corpusSpeaker?: string | undefined }[],
): readonly string[] {
  const known = trainedOn.find((entry) => entry.corpus === corpus)?.speakers ?? [];
  const speakers = new Set(recordings.map(({ corpusSpeaker }) => corpusSpeaker));
  return known.filter((speaker) => speakers.has(speaker));
}
