import { RecognizerError } from './errors.js';

/** One corpus a model has learnt from. */
export interface TrainingCorpus {
  /** Short name, such as 'ravdess'. */
  readonly corpus: string;
  /** Full name for people. */
  readonly title: string;
  /** Terms of the recordings, such as 'CC BY-NC-SA 4.0'; those of a model trained on them follow. */
  readonly licence: string;
  /** Whether the voices were made by a synthesiser. */
  readonly synthetic: boolean;
  /** The speakers the model has heard: it must not be scored on them again. */
  readonly speakers: readonly string[];
}

/** What must be known about a model wherever it goes: who it has heard, and what its figures mean. */
export interface RecognizerCard {
  /** Name of the recipe it was trained by. */
  readonly recipe: string;
  readonly trainedOn: readonly TrainingCorpus[];
  /** How the figures were measured, in a sentence for people. */
  readonly protocol: string;
  /**
   * Unweighted average recall under that protocol, in `[0, 1]`.
   *
   * @default not measured
   */
  readonly uar?: number;
  /**
   * Interval of the UAR over speakers, 95 %.
   *
   * @default not measured
   */
  readonly uarInterval?: { readonly low: number; readonly high: number };
  /**
   * The UAR of answers that know nothing, in `[0, 1]`.
   *
   * @default one in the number of labels
   */
  readonly chance?: number;
}

/**
 * Checks a card read from JSON and returns it typed.
 *
 * @throws {SerError} `model-corrupt` naming the field
 */
export function parseRecognizerCard(json: unknown): RecognizerCard {
  const card = (json ?? {}) as Partial<Record<keyof RecognizerCard, unknown>>;
  requireText(card.recipe, 'card.recipe');
  requireText(card.protocol, 'card.protocol');
  if (!Array.isArray(card.trainedOn)) refuse('card.trainedOn', 'a list of corpora', card.trainedOn);
  card.trainedOn.forEach((corpus, i) => requireCorpus(corpus, `card.trainedOn[${i}]`));
  requireShare(card.uar, 'card.uar');
  requireShare(card.chance, 'card.chance');
  if (card.uarInterval !== undefined) {
    const { low, high } = (card.uarInterval ?? {}) as { low?: unknown; high?: unknown };
    requireShare(low ?? null, 'card.uarInterval.low');
    requireShare(high ?? null, 'card.uarInterval.high');
  }
  return card as unknown as RecognizerCard;
}

function requireCorpus(json: unknown, where: string): void {
  const entry = (json ?? {}) as Partial<Record<keyof TrainingCorpus, unknown>>;
  for (const field of ['corpus', 'title', 'licence'] as const) requireText(entry[field], `${where}.${field}`);
  if (typeof entry.synthetic !== 'boolean') refuse(`${where}.synthetic`, 'true or false', entry.synthetic);
  const { speakers } = entry;
  if (!Array.isArray(speakers)) refuse(`${where}.speakers`, 'a list of names', speakers);
  speakers.forEach((speaker, i) => requireText(speaker, `${where}.speakers[${i}]`));
}

function requireText(value: unknown, where: string): void {
  if (typeof value !== 'string') refuse(where, 'text', value);
}

function requireShare(value: unknown, where: string): void {
  if (value === undefined || (typeof value === 'number' && value >= 0 && value <= 1)) return;
  refuse(where, 'a number in [0, 1]', value);
}

function refuse(where: string, what: string, value: unknown): never {
  throw new RecognizerError(
    'model-corrupt',
    `\`${where}\` must be ${what}, got \`${JSON.stringify(value)}\`.`,
  );
}
