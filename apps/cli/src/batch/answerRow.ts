import type { Failure } from '../failure.js';
import type { FilePrediction } from '../predictFiles.js';
import type { AnswerFormat, AnswerRow } from './answerFile.js';
import type { InputClip } from './inputClips.js';

/** What the rows of a file of answers contain. */
export interface AnswerColumnsOptions {
  readonly format: AnswerFormat;
  /** The labels of the model. */
  readonly labels: readonly string[];
  /** The values that the model predicts, such as arousal. */
  readonly dimensions?: readonly string[];
  /** Number of most likely labels to keep; undefined for all. */
  readonly top: number | undefined;
  readonly fileColumn: string;
  /** Whether each clip has a row for each of its windows. @default false */
  readonly hasWindows?: boolean;
  /** The other columns of the input. */
  readonly columns: readonly string[];
}

/** Columns of the answer, before those of the probabilities. */
const answerColumns = ['prediction', 'confidence', 'reason', 'error', 'predicted_by'] as const;

/** In seconds, from the beginning of the clip, and the number of windows of the clip. */
const windowColumns = ['window_start', 'window_end', 'windows'] as const;

/** The columns of the input that rows keep; columns of earlier answers are replaced. */
export function inputColumns(options: AnswerColumnsOptions): readonly string[] {
  const own = new Set<string>([
    ...(options.hasWindows ? windowColumns : []),
    ...answerColumns,
    ...probabilityColumns(options),
    ...predictedColumns(options),
    'probabilities',
    'dimensions',
  ]);
  return [options.fileColumn, ...options.columns.filter((column) => !own.has(column))];
}

/** All columns, in order, of a CSV or TSV file. */
export function allColumns(options: AnswerColumnsOptions): readonly string[] {
  return [
    ...inputColumns(options),
    ...(options.hasWindows ? windowColumns : []),
    ...answerColumns,
    ...probabilityColumns(options),
    ...predictedColumns(options),
  ];
}

/** `predicted_arousal`: a table may have the column `arousal`. */
function predictedColumns({ dimensions = [] }: AnswerColumnsOptions): readonly string[] {
  return dimensions.map((name) => `predicted_${name}`);
}

function probabilityColumns({ labels, top }: AnswerColumnsOptions): readonly string[] {
  if (top === undefined) return labels.map((label) => `p_${label}`);
  const ranks = Array.from({ length: Math.min(top, labels.length) }, (_, i) => i + 1);
  return ranks.flatMap((rank) => [`label_${rank}`, `p_${rank}`]);
}

/** The part of a row that comes from the input. */
export function inputRow(clip: InputClip, { fileColumn }: AnswerColumnsOptions): AnswerRow {
  return { ...clip.cells, [fileColumn]: clip.file };
}

/** The rows of a clip: one, or one for each of its windows. What the input says about it, then the answer. */
export function answerRows(
  clip: InputClip,
  outcome: { readonly answer: Answer & Pick<FilePrediction, 'segments'> } | { readonly failure: Failure },
  model: string,
  options: AnswerColumnsOptions,
): readonly AnswerRow[] {
  if (!options.hasWindows || 'failure' in outcome) return [answerRow(clip, outcome, {}, { model, options })];
  const { segments = [] } = outcome.answer;
  return segments.map(({ start, end, ...answer }) => {
    const window = { window_start: start, window_end: end, windows: segments.length };
    return answerRow(clip, { answer }, window, { model, options });
  });
}

type Answer = Pick<FilePrediction, 'label' | 'probabilities' | 'reason' | 'dimensions'>;

function answerRow(
  clip: InputClip,
  outcome: { readonly answer: Answer } | { readonly failure: Failure },
  window: AnswerRow,
  { model, options }: { readonly model: string; readonly options: AnswerColumnsOptions },
): AnswerRow {
  const input = inputRow(clip, options);
  const kept: AnswerRow = Object.fromEntries(
    inputColumns(options).flatMap((column) => (column in input ? [[column, input[column]]] : [])),
  );
  if ('failure' in outcome) {
    const { code, message } = outcome.failure;
    return { ...kept, error: isTable(options) ? message : { code, message }, predicted_by: model };
  }
  const { label, probabilities, reason, dimensions } = outcome.answer;
  const entries = Object.entries(probabilities).sort(([, a], [, b]) => b - a);
  const best = entries[0]?.[1];
  return {
    ...kept,
    ...window,
    prediction: label,
    ...(best !== undefined && { confidence: rounded(best) }),
    ...(reason !== undefined && { reason }),
    predicted_by: model,
    ...(isTable(options) ? probabilityCells(entries, options) : { probabilities: roundedAll(entries) }),
    ...(dimensions && dimensionCells(Object.entries(dimensions), options)),
  } satisfies AnswerRow;
}

function isTable({ format }: AnswerColumnsOptions): boolean {
  return format === 'csv' || format === 'tsv';
}

type Entries = readonly (readonly [label: string, probability: number])[];

function probabilityCells(entries: Entries, { top }: AnswerColumnsOptions): AnswerRow {
  if (top === undefined) return Object.fromEntries(entries.map(([label, p]) => [`p_${label}`, rounded(p)]));
  const cells = entries.flatMap(([label, p], i): readonly (readonly [string, string | number])[] => [
    [`label_${i + 1}`, label],
    [`p_${i + 1}`, rounded(p)],
  ]);
  return Object.fromEntries(cells);
}

function dimensionCells(entries: Entries, options: AnswerColumnsOptions): AnswerRow {
  if (!isTable(options)) return { dimensions: roundedAll(entries) };
  return Object.fromEntries(entries.map(([name, value]) => [`predicted_${name}`, rounded(value)]));
}

/** In the order given. */
function roundedAll(entries: Entries): Readonly<Record<string, number>> {
  return Object.fromEntries(entries.map(([label, p]) => [label, rounded(p)]));
}

/** A float32 probability without digits that it does not have. */
function rounded(probability: number): number {
  return Number(probability.toPrecision(7));
}
