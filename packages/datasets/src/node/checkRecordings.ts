import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { isSilent, type AudioClip } from '@ser/dsp';
import { findLeaks } from '../audit/findLeaks.js';
import { type ClipMeasures, measureClip } from '../audit/measureClip.js';
import { nearDuplicates } from '../audit/nearDuplicates.js';
import type { Histogram, RecordingsReport, Spread } from '../audit/recordingsReport.js';
import { reportWarnings } from '../audit/reportWarnings.js';
import { segmentId } from '../manifest/segmentId.js';
import { makeSplit } from '../splits/makeSplit.js';
import { speakerKey, type Utterance } from '../utterance.js';
import type { CheckOptions } from './checkCorpus.js';
import type { UnreadableFile } from '../audit/unreadableFile.js';
import { readClip } from './readClip.js';
import type { CorpusScan } from './scanCorpus.js';

/** A clip that could be read. */
interface ReadFile extends ClipMeasures {
  readonly file: string;
  readonly utterance: Utterance;
  readonly label: string;
  /** Equal for equal samples at the same rate. */
  readonly content: string;
  readonly silent: boolean;
}

/**
 * Reads every recording of a corpus or of your own and reports what a score would suffer from: unbalanced labels, silent,
 * clipped, and unreadable files, copies, contradictory labels, speakers with one label, a leaking `split` column, and
 * properties of the files that reveal the label.
 *
 * @param scan from `readRecordings` or `scanCorpus`
 *
 * @example
 * const report = await checkRecordings(await readRecordings('clips.csv'));
 * report.warnings; // ['The length of a file alone predicts the label of 74.9% of the clips; …']
 */
export async function checkRecordings(
  scan: CorpusScan,
  { onProgress, signal }: CheckOptions = {},
): Promise<RecordingsReport> {
  const { corpus, folder, utterances, irregular } = scan;
  const files: ReadFile[] = [];
  const unreadable: UnreadableFile[] = [];
  for (const [index, utterance] of utterances.entries()) {
    signal?.throwIfAborted();
    const file = segmentId(utterance.path, utterance);
    try {
      const path = isAbsolute(utterance.path) ? utterance.path : join(folder, utterance.path);
      files.push(readFileOf(file, utterance, await readClip(path, { ...utterance, signal })));
    } catch (error) {
      const { code = 'unreadable', message = String(error) } = error as { code?: string; message?: string };
      unreadable.push({ file, code, what: message });
    }
    onProgress?.(index + 1, utterances.length);
  }
  const audible = files.filter(({ silent }) => !silent);
  const copies = copiesOf(audible, scan);
  const report = {
    ...{ corpus, clips: utterances.length, unreadable, irregular },
    speakers: new Set(utterances.filter(({ speaker }) => speaker !== undefined).map(speakerKey)).size,
    withoutSpeaker: utterances.filter(({ speaker }) => speaker === undefined).length,
    labels: countOf(utterances.map(({ emotion }) => emotion)),
    seconds: {
      ...spreadOf(files.map(({ seconds }) => seconds)),
      total: sum(files.map(({ seconds }) => seconds)),
    },
    levelDb: spreadOf(audible.map(({ levelDb }) => levelDb)),
    sampleRates: countOf(files.map(({ sampleRate }) => String(sampleRate))),
    lengths: histogramOf(files.map(({ seconds }) => seconds)),
    levels: histogramOf(audible.map(({ levelDb }) => levelDb)),
    silent: files.filter(({ silent }) => silent).map(({ file }) => file),
    clipped: files
      .filter(({ clipped }) => clipped > 0)
      .map(({ file, clipped }) => ({ file, value: clipped }))
      .sort((a, b) => b.value - a.value),
    ...copies,
    oneLabelSpeakers: oneLabelSpeakers(utterances),
    splitLeaks: splitLeaks(utterances),
    leaks: findLeaks(audible),
  };
  return { ...report, warnings: reportWarnings(report) };
}

function readFileOf(file: string, utterance: Utterance, clip: AudioClip): ReadFile {
  const { buffer, byteOffset, byteLength } = clip.samples;
  const content = createHash('sha256')
    .update(`${clip.sampleRate} `)
    .update(new Uint8Array(buffer, byteOffset, byteLength))
    .digest('base64');
  const silent = isSilent(clip);
  return { file, utterance, label: utterance.emotion, content, silent, ...measureClip(clip) };
}

/** Equal and almost equal files, and those of them whose labels differ. */
function copiesOf(
  files: readonly ReadFile[],
  scan: CorpusScan,
): Pick<RecordingsReport, 'duplicates' | 'nearDuplicates' | 'conflicts'> {
  const byContent = new Map<string, ReadFile[]>();
  for (const file of files) byContent.set(file.content, [...(byContent.get(file.content) ?? []), file]);
  const equal = [...byContent.values()].filter(({ length }) => length > 1);
  const near = nearDuplicates(files)
    .map((group) => group.map((i) => files[i]!))
    .filter((group) => new Set(group.map(({ content }) => content)).size > 1);
  const contradictory = [...equal, ...near].filter(
    (group) => new Set(group.map(({ label }) => label)).size > 1,
  );
  const names = (group: readonly ReadFile[]) => group.map(({ file }) => file);
  return {
    duplicates: [...scan.duplicates, ...equal.map(names)],
    nearDuplicates: near.map(names),
    conflicts: contradictory.map((group) => group.map(({ file, label }) => ({ file, label }))),
  };
}

function oneLabelSpeakers(utterances: readonly Utterance[]): RecordingsReport['oneLabelSpeakers'] {
  if (new Set(utterances.map(({ emotion }) => emotion)).size < 2) return [];
  const labelsOf = new Map<string, string[]>();
  for (const utterance of utterances) {
    if (utterance.speaker === undefined) continue;
    const labels = labelsOf.get(utterance.speaker);
    if (labels) labels.push(utterance.emotion);
    else labelsOf.set(utterance.speaker, [utterance.emotion]);
  }
  return [...labelsOf]
    .filter(([, labels]) => new Set(labels).size === 1)
    .map(([speaker, labels]) => ({ speaker, label: labels[0]!, clips: labels.length }));
}

/** The speakers on both sides of the table's own split, if it has a valid one. */
function splitLeaks(utterances: readonly Utterance[]): readonly string[] {
  if (utterances.length === 0 || utterances.some(({ split }) => split === undefined)) return [];
  try {
    const { folds } = makeSplit(utterances, { kind: 'table' }, { seed: 1 });
    const known = utterances.filter(({ speaker }) => speaker !== undefined);
    const speakerOf = new Map(known.map(({ id, speaker }) => [id, speaker!]));
    const shared = folds.flatMap(({ train, validation, test }) => {
      const trained = new Set([...train, ...validation].map((id) => speakerOf.get(id)));
      return test.flatMap((id) => speakerOf.get(id) ?? []).filter((speaker) => trained.has(speaker));
    });
    return [...new Set(shared)].sort();
  } catch {
    return []; // training reports what is wrong with the column
  }
}

/** The number of each word, the most frequent first. */
function countOf(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}

function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { min: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 };
}

/** Widths of ranges that are easy to read. */
const widths = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
const maxRanges = 15;

function histogramOf(values: readonly number[]): Histogram {
  const { min, max } = spreadOf(values);
  const width = widths.find((one) => Math.floor(max / one) - Math.floor(min / one) < maxRanges) ?? 5000;
  const first = Math.floor(min / width);
  const counts = Array<number>(Math.floor(max / width) - first + 1).fill(0);
  for (const value of values) counts[Math.floor(value / width) - first]!++;
  return { start: first * width, width, counts };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
