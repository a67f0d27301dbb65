import { isAudioFile } from '../files/audioFileName.js';
import { listFiles } from './listFiles.js';

/**
 * The recordings in a folder and its subfolders, as sorted paths relative to it with `/` between folders.
 *
 * @throws {SerError} `folder-not-found`, also if the path is a file or cannot be opened
 */
export async function listRecordings(
  folder: string,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<readonly string[]> {
  return (await listFiles(folder, signal)).filter(isAudioFile);
}
