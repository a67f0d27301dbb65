import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findCorpus } from '../corpora/corpora.js';
import { annotateCorpus, type CorpusDefinition } from '../corpora/corpusDefinition.js';
import { guessCorpus } from '../corpora/guessCorpus.js';
import { DatasetError } from '../errors.js';
import { audioExtensions, fileExtension, isAudioFile } from '../files/audioFileName.js';
import { decodeTable } from '../manifest/decodeTable.js';
import { type NamedFiles, readNames } from '../parse/readNames.js';
import { cardOf, type CorpusCard } from './corpusCard.js';
import { listFiles } from './listFiles.js';

/** The folder of a corpus, as its file names describe it. */
export interface CorpusListing {
  readonly corpus: CorpusDefinition;
  readonly folder: string;
  readonly card: CorpusCard;
  readonly named: NamedFiles;
}

/**
 * Lists a folder and reads the file names; no recording is opened.
 *
 * @throws {SerError} as `scanCorpus`
 */
export async function listCorpus(
  which: string | CorpusDefinition,
  folder: string,
  signal?: AbortSignal,
): Promise<CorpusListing> {
  const definition = typeof which === 'string' ? findCorpus(which) : which;
  const files = await listFiles(folder, signal);
  const recordings = files.filter(isAudioFile).filter((path) => !definition.annotations?.isOther?.(path));
  if (recordings.length === 0) throw emptyFolder(folder, files);
  const corpus = await withAnnotations(definition, folder, files);
  const named = readNames(corpus, recordings);
  if (named.utterances.length === 0) throw wrongCorpus(corpus, folder, named);
  const card = await cardOf(corpus, folder, files);
  return { corpus, folder, card, named: card.synthetic ? withoutIdenticalFiles(named) : named };
}

/** Files that are identical in the published corpus are different recordings in a synthetic one. */
function withoutIdenticalFiles(named: NamedFiles): NamedFiles {
  return {
    ...named,
    utterances: named.utterances.map((utterance) => ({ ...utterance, recording: utterance.id })),
  };
}

async function withAnnotations(
  corpus: CorpusDefinition,
  folder: string,
  files: readonly string[],
): Promise<CorpusDefinition> {
  const { annotations, title } = corpus;
  if (annotations === undefined) return corpus;
  const paths = files.filter(annotations.isAnnotation);
  if (paths.length === 0) {
    throw new DatasetError(
      'wrong-corpus',
      `The labels of ${title} are in ${annotations.where}; there is no such file in \`${folder}\`. Pass the folder that ` +
        'contains both those files and the recordings.',
      { file: folder },
    );
  }
  return annotateCorpus(
    corpus,
    await Promise.all(paths.map(async (path) => ({ path, text: await readText(join(folder, path)) }))),
  );
}

/** Text in UTF-8 or UTF-16, or in Windows-1252, as some tables of corpora are. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  try {
    return decodeTable(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function emptyFolder(folder: string, files: readonly string[]): DatasetError {
  const others = [...new Set(files.map(fileExtension))].filter((extension) => extension !== '').sort();
  const only = others.length === 0 ? '' : `; it contains only ${others.join(', ')}`;
  return new DatasetError(
    'empty-folder',
    `There is no recording (${audioExtensions.join(', ')}) in \`${folder}\`${only}. ` +
      'Unpack the corpus, or pass the folder that contains its recordings.',
    { file: folder },
  );
}

function wrongCorpus(corpus: CorpusDefinition, folder: string, { irregular }: NamedFiles): DatasetError {
  const { file, what } = irregular[0]!;
  return new DatasetError(
    'wrong-corpus',
    `None of the ${irregular.length} recordings in \`${folder}\` belongs to ${corpus.title}; ` +
      `for example, \`${file}\`: ${what}. ${adviceFor(irregular.map((one) => one.file))}`,
    { file: folder },
  );
}

function adviceFor(files: readonly string[]): string {
  const guess = guessCorpus(files);
  if (guess === undefined) return 'Pass the folder of that corpus.';
  return `The names look like ${guess.title}. Use the corpus \`${guess.name}\`.`;
}
