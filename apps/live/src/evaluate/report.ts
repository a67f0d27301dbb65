import {
  chanceUar,
  type ConfidenceInterval,
  confidenceIntervals,
  confusionMatrix,
  perClass,
  uar,
} from '@ser/metrics';

/** A recording, its actual label, and what the model recognized. */
export interface Answer {
  readonly actual: string;
  readonly recognized: string;
  readonly speaker?: string | undefined;
  /** The speaker in the known corpus that the recording is from. */
  readonly corpusSpeaker?: string | undefined;
}

/** The scores of one label. */
export interface LabelScores {
  readonly label: string;
  /** Share of its recordings that are recognized. */
  readonly recall: number;
  /** Share of the recordings recognized as it that have it. */
  readonly precision: number;
  /** Number of its recordings. */
  readonly n: number;
}

/** The result of an evaluation. */
export interface Report {
  /** Labels that occur, in the model's order. */
  readonly labels: readonly string[];
  /** `matrix[actual][recognized]`. */
  readonly matrix: readonly (readonly number[])[];
  readonly uar: number;
  /** The UAR of guessing. */
  readonly chance: number;
  /** Over speakers; undefined with fewer than two, or where a recording has none. */
  readonly interval?: ConfidenceInterval | undefined;
  /** Number of speakers; undefined where they are unknown. */
  readonly nSpeakers?: number | undefined;
  readonly perLabel: readonly LabelScores[];
  readonly nClips: number;
}

const seed = 1;

/**
 * Confusions, recalls, and the unweighted average recall with its 95% interval over speakers.
 *
 * @param modelLabels the labels of the model, in its order
 */
export function reportOf(answers: readonly Answer[], modelLabels: readonly string[]): Report {
  const occurring = new Set(answers.flatMap(({ actual, recognized }) => [actual, recognized]));
  const labels = [...modelLabels.filter((label) => occurring.has(label))];
  for (const label of occurring) if (!labels.includes(label)) labels.push(label);
  const outcome = {
    actual: answers.map(({ actual }) => labels.indexOf(actual)),
    predicted: answers.map(({ recognized }) => labels.indexOf(recognized)),
    nClasses: labels.length,
  };
  const speakers = answers.flatMap(({ speaker }) => (speaker === undefined ? [] : [speaker]));
  const nSpeakers = speakers.length === answers.length ? new Set(speakers).size : undefined;
  const scores = perClass(outcome).map(({ recall, precision, support }, i) => {
    return { label: labels[i]!, recall, precision, n: support };
  });
  return {
    ...{ labels, matrix: confusionMatrix(outcome), uar: uar(outcome), nClips: answers.length, nSpeakers },
    chance: chanceUar(outcome),
    ...(nSpeakers !== undefined &&
      nSpeakers > 1 && {
        interval: confidenceIntervals({ outcome, groups: speakers, metrics: ['uar'], seed }).uar,
      }),
    perLabel: scores.filter(({ n }) => n > 0),
  };
}
