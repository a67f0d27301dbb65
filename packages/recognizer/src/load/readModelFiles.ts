import { loadFrameEncoder, type ClassifierFiles, type FrameEncoder } from '@ser/classifiers';
import { SerError } from '@ser/core';
import { RecognizerError } from '../errors.js';
import type { RecognizerMember, RecognizerParts } from '../ensemble/recognizerParts.js';
import type { RecognizerDimensions } from '../dimensions/recognizerDimensions.js';
import { type DimensionsEntry, parseDimensions } from '../format/dimensionsFile.js';
import type { MemberEntry } from '../format/memberEntry.js';
import { modelFiles, pathInModel, type RecognizerFiles } from '../format/modelFiles.js';
import { filesOfMember, parseRecognizerFile } from '../format/recognizerFile.js';
import { modelText } from '../format/modelText.js';
import { parseTaught, type TaughtEntry } from '../format/taughtFile.js';
import type { ClassifierLoader } from './classifierLoader.js';

/**
 * Reads the parts of a recognizer from its files.
 *
 * @throws {SerError} `model-part-missing`, `model-corrupt`, with `file` the name of the part; the codes of `load`
 */
export async function readModelFiles(
  files: RecognizerFiles,
  load: ClassifierLoader,
): Promise<RecognizerParts> {
  requirePart(files, modelFiles.recognizer);
  const { labels, members, card, classProfile, taught, dimensions } = parseRecognizerFile(
    files[modelFiles.recognizer]!,
  );
  for (const part of members.flatMap(filesOfMember)) requirePart(files, part);
  const parts = {
    ...{ labels, card, classProfile },
    ...(taught && readTaught(files, labels, taught)),
    ...(dimensions && { dimensions: readDimensions(files, dimensions) }),
  };
  return { ...parts, members: await loadMembers(files, members, load) };
}

function readDimensions(files: RecognizerFiles, entry: DimensionsEntry): RecognizerDimensions {
  requirePart(files, modelFiles.dimensions);
  return parseDimensions(entry, files[modelFiles.dimensions]!);
}

/** What was taught, and the labels that the model had before. */
function readTaught(files: RecognizerFiles, labels: readonly string[], entry: TaughtEntry) {
  requirePart(files, modelFiles.taught);
  const { restrictTo } = entry;
  const nShares = (restrictTo ?? labels).length;
  const taught = parseTaught(entry, files[modelFiles.taught]!, { model: modelText(files), nShares });
  return { taught, ...(restrictTo && { restrictTo }) };
}

function requirePart(files: RecognizerFiles, part: string): void {
  if (files[part] !== undefined) return;
  throw new RecognizerError(
    'model-part-missing',
    `The model lacks \`${part}\`. Copy the whole model folder, or save the model again.`,
    { file: part },
  );
}

/** Loads all members or none: if one fails, those before it are disposed of. */
async function loadMembers(
  files: RecognizerFiles,
  members: readonly MemberEntry[],
  load: ClassifierLoader,
): Promise<readonly RecognizerMember[]> {
  const loaded: RecognizerMember[] = [];
  try {
    for (const { folder, encoding, ...member } of members) {
      const encoder = encoding && readEncoder(files, folder);
      const classifier = await readClassifier(files, folder, load);
      loaded.push({ ...member, encoder, classifier });
    }
  } catch (error) {
    for (const { classifier } of loaded) classifier.dispose();
    throw error;
  }
  return loaded;
}

async function readClassifier(files: RecognizerFiles, folder: string, load: ClassifierLoader) {
  try {
    return await load(pick(files, folder, [modelFiles.network, modelFiles.weights]));
  } catch (cause) {
    throw corrupt(cause, folder, modelFiles.network);
  }
}

function readEncoder(files: RecognizerFiles, folder: string): FrameEncoder {
  try {
    return loadFrameEncoder(pick(files, folder, [modelFiles.encoder, modelFiles.encoderValues]));
  } catch (cause) {
    throw corrupt(cause, folder, modelFiles.encoder);
  }
}

/** Some files of a folder of the model, by their names within the folder. */
function pick(files: RecognizerFiles, folder: string, names: readonly string[]): ClassifierFiles {
  return Object.fromEntries(names.map((name) => [name, files[pathInModel(folder, name)]!]));
}

/** The error of a damaged file, with its path in the model; other errors as they are. */
function corrupt(cause: unknown, folder: string, file: string): unknown {
  if (!(cause instanceof SerError) || cause.code !== 'invalid-model-files') return cause;
  return new RecognizerError('model-corrupt', cause.message, {
    file: pathInModel(folder, cause.file ?? file),
    cause,
  });
}
