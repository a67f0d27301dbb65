import { parseEncoderDescription, type EncoderDescription } from '@ser/classifiers';
import { parseFeatureDescription } from '@ser/dsp';
import { Normalizer } from '@ser/dsp';
import { RecognizerError } from './errors.js';
import { parseRecognizerCard, type RecognizerCard } from './recognizerCard.js';
import type { RecognizerMember } from './recognizerParts.js';

/** The names of a model's files. The README is for people; nothing reads it. */
export const modelFiles = {
  recognizer: 'recognizer.json',
  network: 'model.json',
  weights: 'weights.bin',
  encoder: 'encoder.json',
  encoderValues: 'encoder.bin',
  card: 'README.md',
} as const;

/**
 * A model as files by name: `recognizer.json`, `model.json`, `weights.bin`, `README.md`, and where frames are encoded
 * `encoder.json` and `encoder.bin`. Of several classifiers each has its own in a folder of its name: `ridge/model.json`,
 * `ridge/weights.bin`.
 */
export type RecognizerFiles = Readonly<Record<string, Uint8Array>>;

/** What `recognizer.json` holds: everything of a recogniser but its networks and encoders. */
export interface RecognizerFile {
  readonly labels: readonly string[];
  /** One without a name, or several whose probabilities are averaged. */
  readonly members: readonly MemberFile[];
  readonly card: RecognizerCard;
}

/** What `recognizer.json` says of one classifier. */
export interface MemberFile extends Omit<RecognizerMember, 'classifier' | 'encoder'> {
  /** What the encoder is, where there is one. */
  readonly encoding?: EncoderDescription | undefined;
  readonly name?: string | undefined;
  readonly weight?: number | undefined;
}

const format = 'ser-recognizer';
/** Raised whenever a reader of the version before could misread a file; 2 came with `clip`, `members` and `encoding`. */
const version = 2;

/** What a member may be called: it is the name of a folder. */
export const memberName = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Writes `recognizer.json`; numbers come back exactly. */
export function formatRecognizerFile({ labels, members, card }: RecognizerFile): Uint8Array {
  const described = members.map(({ name, weight, features, normalizer, encoding }) => ({
    ...(name !== undefined && { name, weight }),
    features,
    normalizer: normalizer.toJSON(),
    ...(encoding && { encoding }),
  }));
  const [only] = described;
  const ways = 'name' in only! ? { members: described } : only;
  const json = { format, version, labels, ...ways, card };
  return new TextEncoder().encode(`${JSON.stringify(json, undefined, 2)}\n`);
}

/**
 * Reads and checks `recognizer.json`.
 *
 * @throws {SerError} `model-corrupt` saying what is wrong
 */
export function parseRecognizerFile(bytes: Uint8Array): RecognizerFile {
  const json = parseJson(bytes);
  if (json['format'] !== format)
    refuse(`it is no recogniser: \`format\` must be "${format}", got \`${shown(json['format'])}\``);
  requireVersion(json['version']);
  try {
    return {
      labels: requireLabels(json['labels']),
      members: json['members'] === undefined ? [describedIn(json)] : requireMembers(json['members']),
      card: parseRecognizerCard(json['card']),
    };
  } catch (error) {
    if (error instanceof Error) refuse(error.message.replace(/\.$/, ''), error);
    throw error;
  }
}

/** The files of the networks and encoders that a `recognizer.json` speaks of; of a broken one, those of a single network. */
export function networkFileNames(recognizer: Uint8Array): readonly string[] {
  return membersIn(recognizer).flatMap((member) => filesOfMember(member));
}

/** The files of one network, and of its encoder if it has one. */
export function filesOfMember({ name, encoding }: Pick<MemberFile, 'name' | 'encoding'>): readonly string[] {
  const files = [
    modelFiles.network,
    modelFiles.weights,
    ...(encoding ? [modelFiles.encoder, modelFiles.encoderValues] : []),
  ];
  return files.map((file) => inFolderOf(name, file));
}

function membersIn(recognizer: Uint8Array): readonly Pick<MemberFile, 'name' | 'encoding'>[] {
  try {
    return parseRecognizerFile(recognizer).members;
  } catch {
    return [{}]; // what ails it is told when the parts are put together
  }
}

/** `ridge/model.json`; the file itself for the only classifier, which has no name. */
export function inFolderOf(member: string | undefined, file: string): string {
  return member === undefined ? file : `${member}/${file}`;
}

function describedIn(json: Readonly<Record<string, unknown>>): MemberFile {
  return {
    features: parseFeatureDescription(json['features']),
    normalizer: Normalizer.fromJSON(json['normalizer']),
    ...(json['encoding'] !== undefined && { encoding: parseEncoderDescription(json['encoding']) }),
  };
}

function requireMembers(members: unknown): readonly MemberFile[] {
  if (!Array.isArray(members) || members.length < 2) {
    throw new RecognizerError(
      'model-corrupt',
      `\`members\` must be a list of two at least, got \`${shown(members)}\`.`,
    );
  }
  return members.map((member: unknown, i) => {
    const json = (member ?? {}) as Readonly<Record<string, unknown>>;
    const { name, weight } = json;
    if (typeof name !== 'string' || !memberName.test(name)) {
      throw new RecognizerError(
        'model-corrupt',
        `\`members[${i}].name\` must be lower-case words joined by hyphens, got \`${shown(name)}\`.`,
      );
    }
    if (typeof weight !== 'number') {
      throw new RecognizerError(
        'model-corrupt',
        `\`members[${i}].weight\` must be a number, got \`${shown(weight)}\`.`,
      );
    }
    return { name, weight, ...describedIn(json) };
  });
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
  if (found === version || found === 1) return; // all that version 1 can say, 2 says in the same way
  const mend =
    typeof found === 'number' && found > version ? 'Update @ser/recognizer' : 'Save the model again';
  refuse(
    `this version of @ser/recognizer reads format versions 1 to ${version}, got \`${shown(found)}\`. ${mend}`,
  );
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
