import { invalidOption, requireNumber } from '@ser/core';
import { RecognizerError } from '../errors.js';
import type { ClassProfile } from '../scores/classProfile.js';
import { type DimensionsEntry, parseDimensionsEntry } from './dimensionsFile.js';
import type { MemberEntry } from './memberEntry.js';
import { parseClassProfile } from './parseClassProfile.js';
import { membersOfVersion2 } from './membersOfVersion2.js';
import { membersOfVersion3 } from './membersOfVersion3.js';
import { modelFiles, pathInModel } from './modelFiles.js';
import { parseRecognizerCard, type RecognizerCard } from './recognizerCard.js';
import { sharedInputs } from './sharedInputs.js';
import { parseTaughtEntry, type TaughtEntry } from './taughtFile.js';

/** The content of `recognizer.json`: everything about a recognizer except its weights. */
export interface RecognizerFile {
  readonly labels: readonly string[];
  readonly members: readonly MemberEntry[];
  readonly card: RecognizerCard;
  /** Mean scores of the classes, for sessions. */
  readonly classProfile?: ClassProfile | undefined;
  /** What was taught. */
  readonly taught?: TaughtEntry | undefined;
  /** Which values, such as arousal, it predicts. */
  readonly dimensions?: DimensionsEntry | undefined;
}

const format = 'ser-recognizer';
/**
 * Raised whenever an older reader could misread a file. Version 2 added `clip`, `members` and `encoding`; version 3
 * always has `members`, each in a folder, names shared `inputs` once, and spells `license` in the American way.
 */
const version = 3;

/** Writes `recognizer.json`; numbers are stored exactly. */
export function formatRecognizerFile({
  labels,
  members,
  card,
  classProfile,
  taught,
  dimensions,
}: Pick<RecognizerFile, 'labels' | 'card' | 'classProfile' | 'taught' | 'dimensions'> & {
  readonly members: readonly Omit<MemberEntry, 'folder'>[];
}): Uint8Array {
  const { inputs, names } = sharedInputs(members);
  const entries = members.map(({ name, weight, encoding }, i) => ({
    ...{ name, weight, input: names[i] },
    ...(encoding && { encoding }),
  }));
  const json = {
    ...{ format, version, labels, inputs, members: entries },
    ...(classProfile && { classProfile }),
    ...(taught && { taught }),
    ...(dimensions && { dimensions }),
    card,
  };
  return new TextEncoder().encode(`${JSON.stringify(json, undefined, 2)}\n`);
}

/**
 * Reads and checks `recognizer.json`, of this format version or an older one.
 *
 * @throws {SerError} `model-corrupt` saying what is wrong
 */
export function parseRecognizerFile(bytes: Uint8Array): RecognizerFile {
  const json = parseJson(bytes);
  try {
    if (json['format'] !== format) throw invalidOption('format', `"${format}"`, json['format']);
    const found = requireVersion(json['version']);
    const labels = requireLabels(json['labels']);
    return {
      labels,
      members: found < 3 ? membersOfVersion2(json) : membersOfVersion3(json),
      card: parseRecognizerCard(json['card'], { isOld: found < 3 }),
      ...(json['classProfile'] !== undefined && {
        classProfile: parseClassProfile(json['classProfile'], labels.length),
      }),
      ...(json['taught'] !== undefined && { taught: parseTaughtEntry(json['taught']) }),
      ...(json['dimensions'] !== undefined && { dimensions: parseDimensionsEntry(json['dimensions']) }),
    };
  } catch (cause) {
    if (cause instanceof Error) refuse(cause.message, cause);
    throw cause;
  }
}

/** The files that a `recognizer.json` names; none if it is damaged. */
export function classifierFileNames(recognizer: Uint8Array): readonly string[] {
  try {
    const { members, taught, dimensions } = parseRecognizerFile(recognizer);
    return [
      ...members.flatMap(filesOfMember),
      ...(taught ? [modelFiles.taught] : []),
      ...(dimensions ? [modelFiles.dimensions] : []),
    ];
  } catch {
    return []; // the error is reported when the parts are put together
  }
}

/** The files of one classifier, and of its encoder if it has one. */
export function filesOfMember({
  folder,
  encoding,
}: Pick<MemberEntry, 'folder' | 'encoding'>): readonly string[] {
  const encoder = encoding ? [modelFiles.encoder, modelFiles.encoderValues] : [];
  return [modelFiles.network, modelFiles.weights, ...encoder].map((file) => pathInModel(folder, file));
}

function parseJson(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    refuse('The file is not JSON; it may be cut short. Save or download the model again.', cause);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) refuse('The file must be an object.');
  return json as Readonly<Record<string, unknown>>;
}

function requireVersion(found: unknown): number {
  const isNewer = typeof found === 'number' && found > version;
  const fix = isNewer ? 'Update @ser/recognizer.' : 'Save the model again.';
  requireNumber('version', found, { min: 1, max: version, fix });
  return found;
}

function requireLabels(labels: unknown): readonly string[] {
  if (Array.isArray(labels) && labels.every((label) => typeof label === 'string')) return labels;
  throw invalidOption('labels', 'an array of strings', labels);
}

function refuse(message: string, cause?: unknown): never {
  const file = modelFiles.recognizer;
  throw new RecognizerError('model-corrupt', `\`${file}\`: ${message}`, { file, cause });
}
