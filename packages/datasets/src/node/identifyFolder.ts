import { guessCorpus } from '../corpora/guessCorpus.js';
import { isAudioFile } from '../files/audioFileName.js';
import { listFiles } from './listFiles.js';

/** What a folder of recordings seems to be. */
export interface FolderIdentity {
  /** The known corpus whose naming scheme most of the names follow. */
  readonly corpus?: string;
  /** Whether there are recordings in at least two folders within it, as there are for recordings sorted by label. */
  readonly hasFolders: boolean;
}

/**
 * Identifies a folder by the names of its recordings.
 *
 * @throws {SerError} `folder-not-found`
 *
 * @example
 * await identifyFolder('data/ravdess'); // { corpus: 'ravdess', hasFolders: true }
 */
export async function identifyFolder(folder: string, signal?: AbortSignal): Promise<FolderIdentity> {
  const recordings = (await listFiles(folder, signal)).filter(isAudioFile);
  const corpus = guessCorpus(recordings)?.name;
  const folders = new Set(recordings.map((path) => path.split('/').slice(0, -1).join('/')));
  folders.delete('');
  return { ...(corpus !== undefined && { corpus }), hasFolders: folders.size > 1 };
}
