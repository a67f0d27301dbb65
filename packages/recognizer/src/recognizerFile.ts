import { parseFeatureDescription, type FeatureDescription } from '@ser/dsp';
import { RecognizerError } from './errors.js';
import { Normalizer } from './normalizer.js';
import { parseRecognizerCard, type RecognizerCard } from './recognizerCard.js';

/** The names of a model's files. The README is for people; nothing reads it. */
export const modelFiles = {
  recognizer: 'recognizer.json',
  network: 'model.json',
  weights: 'weights.bin',
  card: 'README.md',
} as const;

/** A model as files by name: `recognizer.json`, `model.json`, `weights.bin`, `README.md`. */
export type RecognizerFiles = Readonly<Record<string, Uint8Array>>;

/** What `recognizer.json` holds: everything of a recogniser but its network. */
export interface RecognizerFile {
  readonly labels: readonly string[];
  readonly features: FeatureDescription;
  readonly normalizer: Normalizer;
  readonly card: RecognizerCard;
}

const format = 'ser-recognizer';
/** Raised whenever a reader of the version before could misread a file. */
const version = 1;

/** Writes `recognizer.json`; numbers come back exactly. */
export function formatRecognizerFile({ labels, features, normalizer, card }: RecognizerFile): Uint8Array {
  const json = { format, version, labels, features, normalizer: normalizer.toJSON(), card };
  return new TextEncoder().encode(`${JSON.stringify(json, undefined, 2)}\n`);
}

/**
 * Reads and checks `recognizer.json`.
 *
 * @throws {RecognizerError} `model-corrupt` saying what is wrong
 */
export function parseRecognizerFile(bytes: Uint8Array): RecognizerFile {
  const json = parseJson(bytes);
  if (json['format'] !== format)
    refuse(`it is no recogniser: \`format\` must be "${format}", got \`${shown(json['format'])}\``);
  requireVersion(json['version']);
  try {
    return {
      labels: requireLabels(json['labels']),
      features: parseFeatureDescription(json['features']),
      normalizer: Normalizer.fromJSON(json['normalizer']),
      card: parseRecognizerCard(json['card']),
    };
  } catch (error) {
    if (error instanceof Error) refuse(error.message.replace(/\.$/, ''), error);
    throw error;
  }
}

function parseJson(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    refuse('it is not JSON; it may be cut short. Save or download the model again', cause);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    refuse(`expected an object, got \`${shown(json)}\``);
  return json as Readonly<Record<string, unknown>>;
}

function requireVersion(found: unknown): void {
  if (found === version) return;
  const mend =
    typeof found === 'number' && found > version ? 'Update @ser/recognizer' : 'Save the model again';
  refuse(`this version of @ser/recognizer reads format version ${version}, got \`${shown(found)}\`. ${mend}`);
}

function requireLabels(labels: unknown): readonly string[] {
  const isList = Array.isArray(labels) && labels.every((label) => typeof label === 'string');
  if (!isList) {
    throw new RecognizerError(
      'model-corrupt',
      `\`labels\` must be a list of text, got \`${shown(labels)}\`.`,
    );
  }
  return labels as string[];
}

function refuse(what: string, cause?: unknown): never {
  const file = modelFiles.recognizer;
  throw new RecognizerError('model-corrupt', `\`${file}\`: ${what}.`, {
    file,
    ...(cause !== undefined && { cause }),
  });
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
