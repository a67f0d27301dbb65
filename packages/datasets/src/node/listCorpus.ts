import { audioExtensions, fileExtension, isAudioFile } from '../audioFileName.js';
import { findCorpus } from '../corpora/corpora.js';
import type { CorpusDefinition } from '../corpora/corpusDefinition.js';
import { guessCorpus } from '../corpora/guessCorpus.js';
import { DatasetError } from '../errors.js';
import type { NamedFiles } from '../readNames.js';
import { readNames } from '../readNames.js';
import type { CorpusCard } from './corpusCard.js';
import { readCorpusCard } from './corpusCard.js';
import { listFiles } from './listFiles.js';

/** A corpus's folder as its file names tell it. */
export interface CorpusListing {
  readonly corpus: CorpusDefinition;
  readonly folder: string;
  readonly card: CorpusCard;
  readonly named: NamedFiles;
}

/**
 * Lists a folder and reads the names in it; no recording is opened.
 *
 * @throws {SerError} as `scanCorpus`
 */
export async function listCorpus(name: string, folder: string, signal?: AbortSignal): Promise<CorpusListing> {
  const corpus = findCorpus(name);
  const files = await listFiles(folder, signal);
  const recordings = files.filter(isAudioFile);
  if (recordings.length === 0) throw emptyFolder(folder, files);
  const named = readNames(corpus, recordings);
  if (named.utterances.length === 0) throw wrongCorpus(corpus, folder, named);
  const card = await readCorpusCard(corpus, folder, files);
  return { corpus, folder, card, named: card.synthetic ? withoutTwins(named) : named };
}

/** Names that stand for identical recordings do so in the published corpus, not where a machine speaks. */
function withoutTwins(named: NamedFiles): NamedFiles {
  return {
    ...named,
    utterances: named.utterances.map((utterance) => ({ ...utterance, recording: utterance.id })),
  };
}

function emptyFolder(folder: string, files: readonly string[]): DatasetError {
  const others = [...new Set(files.map(fileExtension))].filter((extension) => extension !== '').sort();
  const holds =
    others.length === 0 ? '' : `, only ${others.map((extension) => `\`${extension}\``).join(', ')}`;
  return new DatasetError(
    'empty-folder',
    `There is no recording (${audioExtensions.join(', ')}) in \`${folder}\`${holds}. ` +
      'Unpack the corpus, or give the folder that holds its recordings.',
    { file: folder },
  );
}

function wrongCorpus(corpus: CorpusDefinition, folder: string, { irregular }: NamedFiles): DatasetError {
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
