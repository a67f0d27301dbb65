import { DatasetError } from '../errors.js';
import { audioExtensions, isAudioFile, isLossy } from '../files/audioFileName.js';
import { emotionOfWord } from '../labels/emotionWords.js';
import { labelNames } from '../labels/labelNames.js';
import { folderAt, pathSpeaker, type PathSpeakerOptions, requireLevel } from '../manifest/pathSpeaker.js';
import type { Irregularity } from '../parse/parsedFiles.js';
import type { Utterance } from '../utterance.js';
import { listFiles } from './listFiles.js';
import type { OwnRecordings } from './ownCorpus.js';

/** How the names of folders say what a recording is. */
export interface FolderOptions extends PathSpeakerOptions {
  /** Name of the corpus that the recordings form. */
  readonly corpus: string;
  /** Names for label words, for example `{ wütend: 'angry' }`. @default none */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /**
   * The folder whose name is the label: 1 is the folder at the top, -1 contains the file.
   *
   * @default the level with the most names that are labels; if there are none, the first with several names
   */
  readonly labelLevel?: number | undefined;
  /** The labels that you expect, to find their folders. @default the words of known corpora */
  readonly labels?: readonly string[] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads a folder with one folder per label, with any folders above and below.
 *
 * @throws {SerError} `folder-not-found`; `empty-folder` if it contains no recording, or none in a folder
 */
export async function readFolder(folder: string, options: FolderOptions): Promise<OwnRecordings> {
  const { corpus } = options;
  const files = (await listFiles(folder, options.signal)).filter(isAudioFile);
  const recordings = [...withoutLossyCopies(files)].sort(byNameThenPath);
  const inFolders = recordings.filter((path) => path.includes('/'));
  if (inFolders.length === 0) throw noLabels(folder, recordings.length);
  const level = options.labelLevel ?? findLabelLevel(inFolders, options);
  requireLevel('labelLevel', level);
  const labelOf = labelNames(options.map);
  const speakerOf = pathSpeaker(options);
  const utterances: Utterance[] = [];
  const irregular: Irregularity[] = [];
  for (const path of recordings) {
    const label = folderAt(path, level);
    if (label === undefined) {
      irregular.push({ file: path, what: 'it is not in a folder with the name of its label' });
      continue;
    }
    const id = `${corpus}/${path}`;
    const speaker = speakerOf(path);
    const group = groupOf(path, level);
    utterances.push({
      ...{ id, path, corpus, emotion: labelOf(label) },
      ...(speaker !== undefined && { speaker }),
      ...(group !== '' && { group }),
      recording: id,
    });
  }
  return { corpus, folder, utterances, irregular };
}

/** So that the order does not depend on how the recordings are sorted into folders. */
function byNameThenPath(a: string, b: string): number {
  const [nameA, nameB] = [a.slice(a.lastIndexOf('/') + 1), b.slice(b.lastIndexOf('/') + 1)];
  return nameA === nameB ? (a < b ? -1 : 1) : nameA < nameB ? -1 : 1;
}

/** The folders of a file without that of its label. */
function groupOf(path: string, level: number): string {
  const folders = path.split('/').slice(0, -1);
  folders.splice(level > 0 ? level - 1 : folders.length + level, 1);
  return folders.join('/');
}

function findLabelLevel(paths: readonly string[], { map = {}, labels }: FolderOptions): number {
  const wanted = new Set([...Object.keys(map), ...(labels ?? [])].map(keyOf));
  const isLabel = (name: string) =>
    wanted.has(keyOf(name)) || (labels === undefined && emotionOfWord(name) !== undefined);
  const depth = Math.min(...paths.map((path) => path.split('/').length - 1));
  const levels = Array.from({ length: depth }, (_, i) => i + 1);
  const names = levels.map((level) => paths.map((path) => folderAt(path, level)!));
  const shares = names.map((own) => own.filter(isLabel).length / own.length);
  const best = Math.max(...shares);
  if (best > 0.5) return levels[shares.indexOf(best)]!;
  return levels.find((level) => new Set(names[level - 1]).size > 1) ?? 1;
}

function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** An MP3 or Ogg file is not used if there is a lossless file of that name beside it. */
function withoutLossyCopies(files: readonly string[]): readonly string[] {
  const stem = (path: string) => path.replace(/\.[^.]*$/, '');
  const lossless = new Set(files.filter((path) => !isLossy(path)).map(stem));
  return files.filter((path) => !isLossy(path) || !lossless.has(stem(path)));
}

function noLabels(folder: string, nRecordings: number): DatasetError {
  const got =
    nRecordings === 0
      ? `no recording (${audioExtensions.join(', ')})`
      : `${nRecordings} recordings directly in the folder`;
  return new DatasetError(
    'empty-folder',
    `\`${folder}\` must have a folder with recordings for each label; got ${got}. ` +
      'Move each recording to a folder with the name of its label, or write a table with the columns `path` and `label`.',
    { file: folder },
  );
}
