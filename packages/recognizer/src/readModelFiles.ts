import { loadEncoder, type Classifier, type ClassifierFiles, type Encoder } from '@ser/classifiers';
import { loadClassifier, type Engine } from '@ser/models';
import { RecognizerError } from './errors.js';
import {
  filesOfMember,
  inFolderOf,
  type MemberFile,
  modelFiles,
  parseRecognizerFile,
  type RecognizerFiles,
} from './recognizerFile.js';
import type { FusedMember, RecognizerMember, RecognizerParts } from './recognizerParts.js';

/**
 * Reads the parts of a recogniser from its files.
 *
 * @throws {SerError} `model-part-missing`, `model-corrupt`, with `file` the name of the part
 * @throws {SerError} `engine-unavailable`
 */
export async function readModelFiles(files: RecognizerFiles, engine: Engine): Promise<RecognizerParts> {
  requirePart(files, modelFiles.recognizer);
  const { labels, members, card } = parseRecognizerFile(files[modelFiles.recognizer]!);
  for (const part of members.flatMap(filesOfMember)) requirePart(files, part);
  const loaded = await loadMembers(files, members, engine);
  const [only] = loaded;
  return only!.name === undefined
    ? { labels, ...only!, card }
    : { labels, members: loaded as FusedMember[], card };
}

/** The networks and encoders of a recogniser as files, those of several in a folder each. */
export async function networkFiles(
  members: readonly (Pick<RecognizerMember, 'classifier' | 'encoder'> & Pick<MemberFile, 'name'>)[],
): Promise<RecognizerFiles> {
  const files: Record<string, Uint8Array> = {};
  for (const { name, classifier, encoder } of members) {
    const saved = { ...(await classifier.save()), ...encoder?.save() };
    for (const [file, bytes] of Object.entries(saved)) files[inFolderOf(name, file)] = bytes;
  }
  return files;
}

function requirePart(files: RecognizerFiles, part: string): void {
  if (files[part] !== undefined) return;
  throw new RecognizerError(
    'model-part-missing',
    `The model lacks \`${part}\`. Copy the whole model folder, or save the model again.`,
    { file: part },
  );
}

type LoadedMember = RecognizerMember & Pick<MemberFile, 'name' | 'weight'>;

/** All of them or none: what is loaded when one fails is freed. */
async function loadMembers(
  files: RecognizerFiles,
  members: readonly MemberFile[],
  engine: Engine,
): Promise<readonly LoadedMember[]> {
  const loaded: LoadedMember[] = [];
  try {
    for (const { encoding, ...member } of members) {
      const encoder = encoding && readEncoder(files, member.name);
      loaded.push({ ...member, encoder, classifier: await readClassifier(files, member.name, engine) });
    }
  } catch (error) {
    for (const { classifier } of loaded) classifier.dispose();
    throw error;
  }
  return loaded;
}

async function readClassifier(
  files: RecognizerFiles,
  member: string | undefined,
  engine: Engine,
): Promise<Classifier> {
  try {
    return await loadClassifier(filesOf(files, member), engine);
  } catch (cause) {
    throw corrupt(cause, member, modelFiles.network);
  }
}

function readEncoder(files: RecognizerFiles, member: string | undefined): Encoder {
  try {
    return loadEncoder(filesOf(files, member));
  } catch (cause) {
    throw corrupt(cause, member, modelFiles.encoder);
  }
}

/** What is wrong with a file, by its name in the model; other errors as they are. */
function corrupt(cause: unknown, member: string | undefined, file: string): unknown {
  if (!(cause instanceof RecognizerError) || cause.code !== 'invalid-model-files') return cause;
  return new RecognizerError('model-corrupt', cause.message, {
    file: inFolderOf(member, cause.file ?? file),
    cause,
  });
}

/** The files in a member's folder, by their own names. */
function filesOf(files: RecognizerFiles, member: string | undefined): ClassifierFiles {
  if (member === undefined) return files;
  const folder = inFolderOf(member, '');
  const own = Object.entries(files).filter(([name]) => name.startsWith(folder));
  return Object.fromEntries(own.map(([name, bytes]) => [name.slice(folder.length), bytes]));
}
