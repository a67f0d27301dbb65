import { audioExtensions, fileExtension, isAudioFile } from '../audioFileName.js';
import { findCorpus } from '../corpora/corpora.js';
import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { guessCorpus } from '../corpora/guessCorpus.js';
import { DatasetError } from '../errors.js';
import type { ParsedFiles } from '../parseFiles.js';
import { parseFiles } from '../parseFiles.js';
import type { CorpusCard } from './corpusCard.js';
import { readCorpusCard } from './corpusCard.js';
import { listFiles } from './listFiles.js';

export interface ScanOptions {
  /** Stops the scan, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What a folder holds, told from file names alone; paths are seen from `folder`. */
export interface CorpusScan extends ParsedFiles {
  /** Name of the corpus. */
  readonly corpus: string;
  readonly folder: string;
  readonly card: CorpusCard;
}

/**
 * Reads a corpus's folder, in any nesting, without opening a recording.
 *
 * @throws {DatasetError} `unknown-corpus`; `folder-not-found`, also when it is a file; `empty-folder` when it
 *   holds no recording; `wrong-corpus` when no name follows the corpus's grammar; `invalid-card`
 *
 * @example
 * const { utterances, card } = await scanCorpus('ravdess', 'data/ravdess');
 */
export async function scanCorpus(
  name: string,
  folder: string,
  options: ScanOptions = {},
): Promise<CorpusScan> {
  const corpus = findCorpus(name);
  const files = await listFiles(folder, options.signal);
  const recordings = files.filter(isAudioFile);
  if (recordings.length === 0) throw emptyFolder(folder, files);
  const parsed = parseFiles(corpus, recordings);
  if (parsed.utterances.length === 0) throw wrongCorpus(corpus, folder, parsed);
  return { corpus: corpus.name, folder, card: await readCorpusCard(corpus, folder, files), ...parsed };
}

function emptyFolder(folder: string, files: readonly string[]): DatasetError {
  const others = [...new Set(files.map(fileExtension))].filter((extension) => extension !== '').sort();
  const holds =
    others.length === 0 ? '' : `, only ${others.map((extension) => `\`${extension}\``).join(', ')}`;
  return new DatasetError(
    'empty-folder',
    `There is no ${audioExtensions.join(' or ')} file in \`${folder}\`${holds}. ` +
      'Unpack the corpus, or give the folder that holds its recordings.',
    { file: folder },
  );
}

function wrongCorpus(corpus: CorpusDefinition, folder: string, { irregular }: ParsedFiles): DatasetError {
  const guess = guessCorpus(irregular.map(({ file }) => file));
  const { file, what } = irregular[0]!;
  const mend =
    guess === undefined
      ? 'Give the folder of that corpus.'
      : `The names look like ${guess.title}${guess.name === undefined ? ', which cannot be read yet' : `: say \`${guess.name}\``}.`;
  return new DatasetError(
    'wrong-corpus',
    `None of the ${irregular.length} recordings in \`${folder}\` belongs to ${corpus.title}; of \`${file}\`, for one, ${what}. ${mend}`,
    { file: folder },
  );
}
