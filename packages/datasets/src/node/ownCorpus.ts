import { DatasetError } from '../errors.js';
import type { Irregularity } from '../parse/parsedFiles.js';
import { joinRecordings } from '../parse/joinRecordings.js';
import { keepOnePerRecording } from '../parse/keepOnePerRecording.js';
import { segmentId } from '../manifest/segmentId.js';
import type { Utterance } from '../utterance.js';
import { readCorpusCard } from './corpusCard.js';
import { equalFiles } from './equalFiles.js';
import type { CorpusScan } from './scanCorpus.js';

/** Your own recordings before equal files are compared. */
export interface OwnRecordings {
  readonly corpus: string;
  /** The folder that paths are relative to. */
  readonly folder: string;
  readonly utterances: readonly Utterance[];
  readonly irregular: readonly Irregularity[];
}

/** Keeps one utterance of those with equal bytes, none if their labels differ, and adds the card of the folder. */
export async function ownCorpus(
  { corpus, folder, utterances, irregular }: OwnRecordings,
  signal: AbortSignal | undefined,
): Promise<CorpusScan> {
  const paths = [...new Set(utterances.map(({ path }) => path))];
  const contents = await equalFiles(folder, paths, signal);
  const joined = joinRecordings(utterances, (utterance) => {
    const content = contents.get(utterance.path);
    return content === undefined ? undefined : segmentId(content, utterance);
  });
  const card = (await readCorpusCard(folder)) ?? { title: corpus, license: 'not stated', synthetic: false };
  const kept = keepOnePerRecording({ utterances: joined, irregular, copies: new Map() });
  if (kept.utterances.length === 0) {
    const [first] = kept.irregular;
    throw new DatasetError(
      'empty-folder',
      `No recording of \`${corpus}\` can be used; for example, \`${first!.file}\`: ${first!.what}.`,
      { file: folder },
    );
  }
  return { corpus, folder, card, ...kept };
}

/** A name for a corpus without characters that commands and paths use otherwise. */
export function corpusName(text: string): string {
  return text.normalize('NFC').replace(/[\s/\\=]+/g, '-');
}
