import { SerError } from '@ser/core';
import type { AudioClip } from '@ser/dsp';
import type { Prediction, Recognizer, Segment, WindowOptions } from '@ser/recognizer';
import type { CommandIo } from './commandIo.js';
import { overWindows, withMean } from './overWindows.js';
import { printable } from './show/printable.js';

/** The prediction for a recording, and with `--window` or `--hop` for each window. */
export interface RecordingPrediction {
  readonly whole: Prediction;
  readonly segments?: readonly Segment[];
}

export interface RecordingFile {
  /** As typed. */
  readonly file: string;
  readonly path: string;
  /** How to divide it into windows. @default no windows */
  readonly windows?: WindowOptions | undefined;
  /** Start of the part to predict, in seconds. @default the beginning */
  readonly start?: number | undefined;
  /** End of the part to predict, in seconds. @default the end of the file */
  readonly end?: number | undefined;
  /** Whether a note says that a long recording can be divided. @default true */
  readonly notes?: boolean | undefined;
}

/** In seconds. A longer recording is read in pieces and predicted in windows only, so that memory does not grow with it. */
const longestWhole = 120;

/** In seconds. For a longer recording without windows, a note says that there are some. */
const longestWithoutNote = 60;

/** Windows of a long recording if none were asked for, in seconds. */
const usualWindows: WindowOptions = { window: 3, hop: 3 };

/**
 * Predicts one recording: as a whole, and with windows also each of them, whose mean is then the answer. A recording of
 * more than two minutes is always predicted in windows.
 */
export async function predictRecording(
  io: CommandIo,
  recognizer: Recognizer,
  recording: RecordingFile,
): Promise<RecordingPrediction> {
  return predictRead(io, recognizer, await readRecording(io, recording));
}

/** A recording that was read as far as it is to be in memory. */
export interface ReadRecording {
  readonly recording: RecordingFile;
  /** Undefined for a long recording, which is read in pieces. */
  readonly clip: AudioClip | undefined;
}

/** Reads a recording for `predictRead`; several may be read at the same time. */
export async function readRecording(io: CommandIo, recording: RecordingFile): Promise<ReadRecording> {
  const { path, start, end } = recording;
  const { signal } = io;
  if (start === undefined && end === undefined) return { recording, clip: await readIfShort(path, signal) };
  const { readClip } = await import('@ser/datasets/node');
  return { recording, clip: await readClip(path, { start, end, signal }) };
}

/** Predicts a recording that `readRecording` read. */
export async function predictRead(
  io: CommandIo,
  recognizer: Recognizer,
  { recording, clip }: ReadRecording,
): Promise<RecordingPrediction> {
  const { windows } = recording;
  const { signal } = io;
  if (clip === undefined) return predictLong(io, recognizer, recording);
  const whole = await recognizer.predict(clip, { signal });
  if (windows === undefined) {
    if (clip.samples.length > longestWithoutNote * clip.sampleRate) noteWindows(io, recording, '');
    return { whole };
  }
  const segments = await recognizer.segments(clip, { ...windows, signal });
  return { whole: whole.speech ? withMean(whole, segments) : whole, segments };
}

async function readIfShort(path: string, signal: AbortSignal): Promise<AudioClip | undefined> {
  const { readAudio } = await import('@ser/audio-io/node');
  try {
    return await readAudio(path, { maxSeconds: longestWhole, signal });
  } catch (error) {
    if (error instanceof SerError && error.code === 'audio-too-long') return undefined;
    throw error;
  }
}

async function predictLong(
  io: CommandIo,
  recognizer: Recognizer,
  recording: RecordingFile,
): Promise<RecordingPrediction> {
  const { path, windows } = recording;
  if (windows === undefined) {
    noteWindows(io, recording, 'The answer is the mean over windows of 3 s. ');
  }
  const segments = await recognizer.segments(path, { ...(windows ?? usualWindows), signal: io.signal });
  const whole = overWindows(segments);
  return windows === undefined ? { whole } : { whole, segments };
}

function noteWindows(io: CommandIo, { file, notes = true }: RecordingFile, before: string): void {
  if (!notes) return;
  io.stderr.write(
    `note: ${printable(file)} is a long recording. ${before}\`--window 3\` also shows how the emotion changes over time.\n`,
  );
}
