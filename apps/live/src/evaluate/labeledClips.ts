import { emotionOfWord, knownCorpora, parseFiles, parseManifest, type Utterance } from '@ser/datasets';
import type { NamedFile } from '../model/droppedModel.js';
import { text } from '../text.js';
import { hasTable, isSystemFile, isTable } from './tables.js';

/** A recording, or a part of one, with its actual label. */
export interface LabeledClip {
  readonly path: string;
  readonly file: Blob;
  readonly label: string;
  readonly speaker?: string | undefined;
  /** The speaker that the name of the recording has in its known corpus. */
  readonly corpusSpeaker?: string | undefined;
  /** In seconds; undefined for the whole recording. */
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** A recording that is not used, and why. */
export interface SkippedClip {
  readonly path: string;
  readonly reason: string;
}

/** What an evaluation is of. */
export interface LabeledClips {
  readonly clips: readonly LabeledClip[];
  readonly skipped: readonly SkippedClip[];
  /** Name of the known corpus whose naming scheme the files follow. */
  readonly corpus?: string | undefined;
}

const words = text.evaluate.reasons;

/**
 * The recordings and their labels: from a table among the files, else from file names of a known corpus, else from the
 * names of folders and files.
 *
 * @param labels of the model
 * @throws {SerError} `invalid-table` for a table without usable rows
 */
export async function labeledClips(
  files: readonly NamedFile[],
  labels: readonly string[],
): Promise<LabeledClips> {
  const own = files.filter((file) => !isSystemFile(file));
  const tables = own.filter(isTable);
  const recordings = own.filter((file) => !isTable(file));
  const found = hasTable(files)
    ? await fromTable(tables[0]!, recordings)
    : (fromCorpus(recordings) ?? fromNames(recordings, labels));
  return withLabelsOf(found, labels);
}

async function fromTable(table: NamedFile, recordings: readonly NamedFile[]): Promise<LabeledClips> {
  const skipped: SkippedClip[] = [];
  const utterances = parseManifest(new Uint8Array(await table.file.arrayBuffer()), {
    file: table.path,
    onProblem: ({ message }) => void skipped.push({ path: table.path, reason: message }),
  });
  const fileOf = finder(table.path, recordings);
  const clips = utterances.flatMap((utterance) => {
    const found = fileOf(utterance.path);
    if (found) return [clipOf(utterance, found)];
    skipped.push({ path: utterance.path, reason: words.missing });
    return [];
  });
  const used = new Set(clips.map(({ file }) => file));
  const unlisted = recordings.filter(({ file }) => !used.has(file));
  const corpus = corpusOf(recordings);
  const speakers = new Map(corpus?.utterances.map(({ path, speaker }) => [path, speaker]));
  return {
    corpus: corpus?.name,
    clips: clips.map((clip) => ({ ...clip, corpusSpeaker: speakers.get(clip.path) })),
    skipped: [...skipped, ...unlisted.map(({ path }) => ({ path, reason: words.unlisted }))],
  };
}

/** Finds a recording by its path from the table's folder, else by the end of its path if only one has it. */
function finder(table: string, recordings: readonly NamedFile[]): (path: string) => NamedFile | undefined {
  const byPath = new Map(recordings.map((recording) => [recording.path, recording]));
  const folder = table.slice(0, table.lastIndexOf('/') + 1);
  return (path) => {
    const plain = path.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
    const exact = byPath.get(folder + plain);
    if (exact) return exact;
    const parts = plain.split('/');
    for (let i = 0; i < parts.length; i++) {
      const end = parts.slice(i).join('/');
      const ending = recordings.filter((one) => one.path === end || one.path.endsWith(`/${end}`));
      if (ending.length === 1) return ending[0];
    }
    return undefined;
  };
}

/** The recordings by the file names of the known corpus whose naming scheme most of them follow. */
function fromCorpus(recordings: readonly NamedFile[]): LabeledClips | undefined {
  const found = corpusOf(recordings);
  if (!found) return undefined;
  const fileOf = new Map(recordings.map((recording) => [recording.path, recording]));
  return {
    corpus: found.name,
    clips: found.utterances.map((utterance) => ({
      ...clipOf(utterance, fileOf.get(utterance.path)!),
      corpusSpeaker: utterance.speaker,
    })),
    skipped: found.irregular.map(({ file: path, what }) => ({ path, reason: what })),
  };
}

function corpusOf(recordings: readonly NamedFile[]) {
  const paths = recordings.map(({ path }) => path);
  for (const corpus of knownCorpora()) {
    if (corpus.annotations || corpus.hasOwnNames === false) continue;
    const parsed = parseFiles(corpus, paths);
    if (parsed.utterances.length > paths.length / 2) return { name: corpus.name, ...parsed };
  }
  return undefined;
}

/** Recordings whose name, else whose folder, has a label as a word of its own. */
function fromNames(recordings: readonly NamedFile[], labels: readonly string[]): LabeledClips {
  const skipped: SkippedClip[] = [];
  const clips = recordings.flatMap(({ path, file }) => {
    const parts = path.split(/[^\p{L}]+/u).reverse();
    const label = parts.map((word) => labelOf(word, labels)).find((found) => found !== undefined);
    if (label !== undefined) return [{ path, file, label }];
    skipped.push({ path, reason: words.noLabel });
    return [];
  });
  return { clips, skipped };
}

function clipOf({ emotion: label, speaker, start, end }: Utterance, { path, file }: NamedFile): LabeledClip {
  return { path, file, label, speaker, start, end };
}

/** Gives labels the words of the model, and leaves out clips with other labels. */
function withLabelsOf({ clips, skipped, corpus }: LabeledClips, labels: readonly string[]): LabeledClips {
  const unknown: SkippedClip[] = [];
  const known = clips.flatMap((clip) => {
    const label = labelOf(clip.label, labels);
    if (label !== undefined) return [{ ...clip, label }];
    unknown.push({ path: clip.path, reason: words.unknownLabel(clip.label) });
    return [];
  });
  return { clips: known, skipped: [...skipped, ...unknown], corpus };
}

/** The label of the model that a word means: itself, or the emotion of known corpora. */
function labelOf(word: string, labels: readonly string[]): string | undefined {
  const same = labels.find((label) => label.toLowerCase() === word.toLowerCase());
  if (same !== undefined || word === '') return same;
  const emotion = emotionOfWord(word);
  return emotion && labels.find((label) => emotionOfWord(label) === emotion);
}
