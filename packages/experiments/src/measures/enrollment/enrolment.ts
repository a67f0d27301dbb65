import { speakerKey } from '@ser/datasets';
import type { EvaluationRecipe } from '../../recipe/evaluationRecipe.js';
import type { ClipPrediction } from '../../training/predict.js';
import { corpusTallies } from './corpusTallies.js';
import type { ChoiceOfLabels, EnrolmentCurve, EnrolmentMetrics } from './enrolmentMetrics.js';
import { sessionUar } from './sessionUar.js';
import type { HeardClip, TestedCorpus } from './testedCorpus.js';

export interface EnrolmentOptions extends EvaluationRecipe {
  /** In the model's order. */
  readonly labels: readonly string[];
  /** How often the clips to hear are drawn, at least 1. @default 10 */
  readonly draws?: number;
  /** Of the draws and of the bootstrap. */
  readonly seed: number;
}

/** The least probability that counts, as in a session of @ser/recognizer. */
const LEAST = 1e-6;

/**
 * UAR on speakers that were never heard, cold and after some of their clips, without labels: a function of
 * predictions alone, for any split whose folds test whole speakers.
 *
 * What a session does is done: the mean log-probability of the clips heard is taken off, with weight `k / (k + 2)`. The
 * clips heard are drawn from the speaker's own and are not scored; a speaker gives at most half of his. With `all`, the
 * mean is that of all his clips, and all are scored. Fewer labels are chosen between by leaving the others' scores out
 * of consideration; the model is the same.
 *
 * @example
 * const { curves } = enrolment(predictions, { labels, enrolment: [1, 5], seed: 1 });
 * curves[0].points.map(({ clips, uar }) => [clips, uar]); // [[0, 0.41], [1, 0.45], [5, 0.51], ['all', 0.54]]
 */
export function enrolment(
  predictions: readonly ClipPrediction[],
  { labels, enrolment, fourClasses, draws = 10, seed }: EnrolmentOptions,
): EnrolmentMetrics {
  const choices = choicesOf(predictions, labels, fourClasses);
  const curves = choices.map(({ choice, indices }): EnrolmentCurve => {
    const corpora = testedCorpora(predictions, choice, indices);
    const points = ([0, ...enrolment, 'all'] as const).map((clips) => {
      const tallies = corpora.map((corpus) => corpusTallies(corpus, { clips, draws, seed }));
      return { clips, ...sessionUar(tallies, seed) };
    });
    const chance = corpora.reduce((sum, { nClasses }) => sum + 1 / nClasses / corpora.length, 0);
    return { choice, labels: indices.map((index) => labels[index]!), chance, points };
  });
  return { sentence: sentenceOf(draws), draws, curves };
}

interface Choice {
  readonly choice: ChoiceOfLabels;
  /** Of the labels to choose between. */
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

function sentenceOf(draws: number): string {
  return (
    'From each speaker the mean log-probability of k of his clips, unlabelled and drawn by chance ' +
    `(${draws} ${draws === 1 ? 'draw' : 'draws'}), is taken off with weight k / (k + 2); the other clips are scored. ` +
    'With all clips, their mean is taken off and all are scored.'
  );
}

/** The clips of each corpus that have one of the labels, and their scores of these labels alone. */
function testedCorpora(
  predictions: readonly ClipPrediction[],
  choice: ChoiceOfLabels,
  indices: readonly number[],
): readonly TestedCorpus[] {
  const names = [...new Set(predictions.map(({ utterance }) => utterance.corpus))].sort();
  return names.flatMap((corpus): TestedCorpus[] => {
    const own = predictions.filter(
      ({ utterance, actual }) => utterance.corpus === corpus && indices.includes(actual),
    );
    if (own.length === 0) return [];
    const occurring = new Set(own.map(({ actual }) => actual));
    const columns = choice === 'tested' ? indices.filter((index) => occurring.has(index)) : indices;
    const bySpeaker = new Map<string, HeardClip[]>();
    for (const prediction of own) {
      const speaker = speakerKey(prediction.utterance);
      bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), heardClip(prediction, columns)]);
    }
    return [{ corpus, nClasses: columns.length, speakers: bySpeaker }];
  });
}

function heardClip(
  { utterance, actual, probabilities }: ClipPrediction,
  columns: readonly number[],
): HeardClip {
  // Renormalised over the columns they would all differ by the same constant, which no answer depends on.
  const scores = Float64Array.from(columns, (column) => Math.log(Math.max(probabilities[column]!, LEAST)));
  return { id: utterance.id, actual: columns.indexOf(actual), scores };
}
