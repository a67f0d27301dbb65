import { extname } from 'node:path';
import type { Annotation, AnnotationFormat, Recognizer } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { fromCwd } from '../fromCwd.js';
import { inputPath } from '../inputFiles.js';
import { UsageError } from '../usageError.js';
import { writeAtomically } from '../writeAtomically.js';
import { rowText } from './tableText.js';

/** An utterance of a recording, as `--json` gives it. */
export type FileUtterance = Annotation;

const formats: Readonly<Record<string, AnnotationFormat>> = {
  '.csv': 'csv',
  '.jsonl': 'jsonl',
  '.vtt': 'vtt',
  '.txt': 'audacity',
  '.eaf': 'elan',
};

/** The format of a file of utterances, by its extension. */
export function annotationFormatOf(path: string): AnnotationFormat {
  const format = formats[extname(path).toLowerCase()];
  if (format !== undefined) return format;
  throw new UsageError(
    'invalid-option',
    `\`--out\` must end in .csv, .jsonl, .vtt (captions), .txt (Audacity), or .eaf (ELAN) with \`--utterances\`; got \`${path}\`.`,
  );
}

/** In seconds: with this time between them, there are no predictions for parts of utterances. */
const longestUtterance = 30;

/** The utterances of a recording of any length, which is read in pieces, in the order of their beginnings. */
export async function utterancesOf(
  io: CommandIo,
  recognizer: Recognizer,
  file: string,
  { unsureBelow = 0 }: { readonly unsureBelow?: number | undefined } = {},
): Promise<readonly FileUtterance[]> {
  const path = await inputPath(io, file);
  const { readAudioBlocks } = await import('@ser/audio-io/node');
  const blocks = readAudioBlocks(path, { signal: io.signal });
  const first = await blocks.next();
  if (first.done) return [];
  const { sampleRate, channels } = first.value;
  const chunks = async function* () {
    yield first.value;
    yield* blocks;
  };
  const found: FileUtterance[] = [];
  const options = { sampleRate, channels: channels.length, every: longestUtterance, signal: io.signal };
  for await (const event of recognizer.utterances(chunks(), options)) {
    if (event.type !== 'utterance.end' || !event.speech) continue;
    const { start, end, label, probabilities } = event;
    const confidence = probabilities[label]!;
    found.push({ start, end, label: confidence < unsureBelow ? 'unsure' : label, confidence });
  }
  return found;
}

/** The utterances of one recording. */
export interface RecordingUtterances {
  readonly file: string;
  readonly utterances: readonly FileUtterance[];
}

/** Whether the format has a place for the names of several recordings. */
export function isForSeveral(format: AnnotationFormat): boolean {
  return format === 'csv' || format === 'jsonl';
}

/** Writes utterances in the format of the file's extension; those of several recordings with a column `file`. */
export async function writeUtterances(
  io: CommandIo,
  out: string,
  recordings: readonly RecordingUtterances[],
): Promise<void> {
  const { formatAnnotations } = await import('@ser/recognizer');
  const format = annotationFormatOf(out);
  const [first, ...others] = recordings;
  const text =
    others.length === 0
      ? formatAnnotations(first?.utterances ?? [], { format, recording: first?.file })
      : textOfSeveral(recordings, format);
  await writeAtomically(fromCwd(io, out), text);
}

function textOfSeveral(recordings: readonly RecordingUtterances[], format: AnnotationFormat): string {
  const rows = recordings.flatMap(({ file, utterances }) => utterances.map((one) => ({ file, ...one })));
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const header = rowText(['file', 'start', 'end', 'label', 'confidence'], ',');
  const cells = rows.map(({ file, start, end, label, confidence }) =>
    rowText([file, start.toFixed(3), end.toFixed(3), label, confidence.toFixed(4)], ','),
  );
  return header + cells.join('');
}
