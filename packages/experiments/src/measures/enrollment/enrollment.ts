import { speakerKey } from '@ser/datasets';
import { type ClassProfile, type OffsetSettings, restrictProfile } from '@ser/recognizer';
import type { EvaluationRecipe } from '../../recipe/evaluationRecipe.js';
import type { ClipPrediction } from '../../training/predict.js';
import { corpusTallies } from './corpusTallies.js';
import type { ChoiceOfLabels, EnrollmentCurve, EnrollmentMetrics } from './enrollmentMetrics.js';
import { profilesOf, type SpeakerProfiles } from './profilesOf.js';
import { sessionUar } from './sessionUar.js';
import type { SpeakerClip, TestedCorpus } from './testedCorpus.js';

export interface EnrollmentOptions {
  /** Numbers of enrollment clips per speaker, each at least 1. No clips and all clips are always measured too. */
  readonly enrollment: EvaluationRecipe['enrollment'];
  /** Four of the labels, to choose only between these as well. @default not measured */
  readonly fourClasses?: readonly string[] | undefined;
  /** In the model's order. */
  readonly labels: readonly string[];
  /**
   * Estimates the offset of a speaker with the class profile of a model, as sessions of that model do; 'fitted' fits it to
   * the predictions for other corpora or, if there is only one, for other speakers. @default the mean score is subtracted
   */
  readonly classProfile?: ClassProfile | 'fitted' | undefined;
  /**
   * The share of the enrollment clips that have one emotion, above 0 and at most 1, as in a session that mostly has that
   * emotion. The emotion is drawn for each session. @default clips are drawn at random
   */
  readonly skew?: number | undefined;
  /**
   * Tests only the speaker's clips that have the emotion that was drawn, with `skew` of 1 for sessions that have nothing
   * else.
   *
   * @default false: all other clips are tested
   */
  readonly sameEmotion?: boolean | undefined;
  /** Settings of the rule with a class profile, to compare them. @default those of sessions */
  readonly offset?: OffsetSettings | undefined;
  /** With false, the same clips are tested without adaptation, to compare with. @default true */
  readonly adapted?: boolean | undefined;
  /** How many times the enrollment clips are drawn, at least 1. @default 10 */
  readonly draws?: number;
  /** Seed of the draws and of the bootstrap. */
  readonly seed: number;
}

/** The smallest probability; the same as in a session of @ser/recognizer. */
const leastProbability = 1e-6;

/**
 * UAR on unseen speakers, without enrollment and after some unlabeled clips of each speaker. It uses only predictions, and
 * works for every split whose folds test whole speakers.
 *
 * It does what a session of @ser/recognizer does: it subtracts the mean log-probability of the enrollment clips, with the
 * weight `k / (k + 2)`, or with a class profile the offset that `SpeakerOffset` estimates. The enrollment clips are drawn from the speaker's own clips, at most half of them, and are not
 * tested. With `all`, the mean of all clips is subtracted, and all clips are tested. To choose from fewer labels, the
 * scores of the others are ignored; the model is the same.
 *
 * @example
 * const { curves } = enrollment(predictions, { labels, enrollment: [1, 5], seed: 1 });
 * curves[0].points.map(({ clips, uar }) => [clips, uar]); // [[0, 0.41], [1, 0.45], [5, 0.51], ['all', 0.54]]
 */
export function enrollment(
  predictions: readonly ClipPrediction[],
  {
    labels,
    enrollment: numbers,
    fourClasses,
    classProfile,
    skew,
    sameEmotion,
    adapted,
    offset,
    draws = 10,
    seed,
  }: EnrollmentOptions,
): EnrollmentMetrics {
  const choices = choicesOf(predictions, labels, fourClasses);
  const profileOf = classProfile && profilesOf(predictions, labels.length, classProfile);
  const curves = choices.map(({ choice, indices }): EnrollmentCurve => {
    const corpora = testedCorpora(predictions, choice, indices, profileOf);
    const points = ([0, ...numbers, 'all'] as const).map((clips) => {
      const tallies = corpora.map((corpus) =>
        corpusTallies(corpus, { clips, draws, seed, skew, sameEmotion, adapted, offset }),
      );
      return { clips, ...sessionUar(tallies, seed) };
    });
    const chance = corpora.reduce((sum, { nClasses }) => sum + 1 / nClasses / corpora.length, 0);
    return { choice, labels: indices.map((index) => labels[index]!), chance, points };
  });
  return { sentence: sentenceOf(draws, classProfile !== undefined), draws, curves };
}

interface Choice {
  readonly choice: ChoiceOfLabels;
  /** Indices of the labels to choose from. */
  readonly indices: readonly number[];
}

function choicesOf(
  predictions: readonly ClipPrediction[],
  labels: readonly string[],
  fourClasses: readonly string[] | undefined,
): readonly Choice[] {
  const indices = labels.map((_, index) => index);
  const tested = testedCorpora(predictions, 'tested', indices);
  const someLack = tested.some(({ nClasses }) => nClasses < labels.length);
  return [
    { choice: 'all', indices },
    ...(someLack ? [{ choice: 'tested', indices } as const] : []),
    ...(fourClasses?.every((label) => labels.includes(label))
      ? [{ choice: 'four', indices: fourClasses.map((label) => labels.indexOf(label)) } as const]
      : []),
  ];
}

function sentenceOf(draws: number, isClassAware: boolean): string {
  if (isClassAware) {
    return (
      `The offset of a speaker is estimated from k unlabeled clips, drawn at random (${draws} ` +
      `${draws === 1 ? 'draw' : 'draws'}), and subtracted, and the speaker’s other clips are tested. With all clips, ` +
      'the offset is estimated from all and all are tested.'
    );
  }
  return (
    'The mean log-probability of k unlabeled clips of a speaker, drawn at random ' +
    `(${draws} ${draws === 1 ? 'draw' : 'draws'}), is subtracted with the weight k / (k + 2), and the speaker’s other ` +
    'clips are tested. With all clips, the mean of all is subtracted and all are tested.'
  );
}

/** The clips of each corpus with one of the labels, and their scores for these labels only. */
function testedCorpora(
  predictions: readonly ClipPrediction[],
  choice: ChoiceOfLabels,
  indices: readonly number[],
  profileOf?: SpeakerProfiles,
): readonly TestedCorpus[] {
  const names = [...new Set(predictions.map(({ utterance }) => utterance.corpus))].sort();
  return names.flatMap((corpus): TestedCorpus[] => {
    const own = predictions.filter(
      ({ utterance, actual }) => utterance.corpus === corpus && indices.includes(actual),
    );
    if (own.length === 0) return [];
    const occurring = new Set(own.map(({ actual }) => actual));
    const columns = choice === 'tested' ? indices.filter((index) => occurring.has(index)) : indices;
    const bySpeaker = new Map<string, SpeakerClip[]>();
    for (const prediction of own) {
      const speaker = speakerKey(prediction.utterance);
      bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), speakerClip(prediction, columns)]);
    }
    const restricted = profileOf && ((speaker: string) => restrictProfile(profileOf(speaker), columns));
    return [{ corpus, nClasses: columns.length, speakers: bySpeaker, profileOf: restricted }];
  });
}

function speakerClip(
  { utterance, actual, probabilities }: ClipPrediction,
  columns: readonly number[],
): SpeakerClip {
  // Dividing by the sum over the columns would change all scores by the same constant, and no prediction.
  const scores = Float64Array.from(columns, (column) => {
    return Math.log(Math.max(probabilities[column]!, leastProbability));
  });
  const shares = columns.map((column) => probabilities[column]!);
  return { id: utterance.id, actual: columns.indexOf(actual), scores, probabilities: shares };
}
