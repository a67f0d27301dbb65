import { boolean, invalidOption, listOf, record, requireNumber, type Check } from '@ser/core';

/** A corpus that a model was trained on. */
export interface TrainingCorpus {
  /** Short name, such as 'ravdess'. */
  readonly corpus: string;
  /** Full name. */
  readonly title: string;
  /** License of the recordings, such as 'CC BY-NC-SA 4.0'; it also restricts the model. */
  readonly license: string;
  /** Whether the voices are synthetic. */
  readonly synthetic: boolean;
  /** The speakers in the training data. Do not test the model on them. */
  readonly speakers: readonly string[];
}

/** What you need to know about a model before you use it: its training data and its performance. */
export interface RecognizerCard {
  /** Name of the recipe it was trained with. */
  readonly recipe: string;
  readonly trainedOn: readonly TrainingCorpus[];
  /** How the performance was measured, in one or more sentences. */
  readonly protocol: string;
  /**
   * Unweighted average recall under that protocol, in `[0, 1]`.
   *
   * @default not measured
   */
  readonly uar?: number;
  /**
   * 95% confidence interval of the UAR over speakers.
   *
   * @default not measured
   */
  readonly uarInterval?: { readonly low: number; readonly high: number };
  /**
   * Chance level of the UAR, in `[0, 1]`.
   *
   * @default 1 / number of labels
   */
  readonly chance?: number;
}

const text: Check = (value, path) => {
  if (typeof value !== 'string') throw invalidOption(path, 'a string', value);
};

const share: Check = (value, path) => requireNumber(path, value, { min: 0, max: 1 });

/**
 * Checks a card read from JSON.
 *
 * @param isOld whether the card is of format version 1 or 2, which spell `license` in the British way
 * @throws {SerError} `invalid-option` naming the field
 */
export function parseRecognizerCard(json: unknown, { isOld }: { readonly isOld: boolean }): RecognizerCard {
  const card = record(json, 'card');
  const { recipe, protocol, trainedOn, uar, chance, uarInterval } = card;
  text(recipe, 'card.recipe');
  text(protocol, 'card.protocol');
  listOf(record)(trainedOn, 'card.trainedOn');
  if (uar !== undefined) share(uar, 'card.uar');
  if (chance !== undefined) share(chance, 'card.chance');
  if (uarInterval !== undefined) {
    const { low, high } = record(uarInterval, 'card.uarInterval');
    share(low, 'card.uarInterval.low');
    share(high, 'card.uarInterval.high');
  }
  const corpora = (trainedOn as readonly Readonly<Record<string, unknown>>[]).map((corpus, i) =>
    parseCorpus(isOld ? withLicense(corpus) : corpus, `card.trainedOn[${i}]`),
  );
  return { ...card, trainedOn: corpora } as unknown as RecognizerCard;
}

function parseCorpus(entry: Readonly<Record<string, unknown>>, path: string): TrainingCorpus {
  for (const field of ['corpus', 'title', 'license'] as const) text(entry[field], `${path}.${field}`);
  boolean(entry['synthetic'], `${path}.synthetic`);
  listOf(text)(entry['speakers'], `${path}.speakers`);
  return entry as unknown as TrainingCorpus;
}

const oldKey = 'licence'; // words: keep

function withLicense(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const renamed = Object.entries(entry).map(([key, value]) => [key === oldKey ? 'license' : key, value]);
  return Object.fromEntries(renamed) as Readonly<Record<string, unknown>>;
}
