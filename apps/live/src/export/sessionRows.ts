import type { Annotation } from '@ser/recognizer';
import type { Speaker } from '../state/speaker.js';
import { confidenceOf, shownLabel, type Utterance } from '../state/utterance.js';

/** The utterances of all speakers as annotations, with what the model recognized, by their start. */
export function sessionRows(speakers: readonly Speaker[]) {
  return speakers
    .flatMap(({ name, utterances }) =>
      utterances.filter(({ speech }) => speech).map((utterance) => rowOf(name, utterance)),
    )
    .sort((a, b) => a.start - b.start);
}

function rowOf(speaker: string, utterance: Utterance) {
  const { start, end, label: recognized, corrected, calibrated, probabilities } = utterance;
  return {
    ...{ start, end, speaker, label: shownLabel(utterance), confidence: confidenceOf(utterance) },
    ...{ recognized, isCorrected: corrected !== undefined, calibrated, probabilities },
  } satisfies Annotation & Record<string, unknown>;
}
