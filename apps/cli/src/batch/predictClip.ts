import type { Recognizer, WindowOptions } from '@ser/recognizer';
import type { CommandIo } from '../commandIo.js';
import { describeFailure, type Failure } from '../failure.js';
import { inputPath } from '../inputFiles.js';
import { answerOf, type FilePrediction, segmentOf } from '../predictFiles.js';
import { predictRead, type ReadRecording, readRecording } from '../predictRecording.js';
import type { InputClip } from './inputClips.js';

/** How clips are answered. */
export interface ClipOptions {
  readonly top: number | undefined;
  readonly unsureBelow: number | undefined;
  /** How clips are divided into windows. @default no windows */
  readonly windows?: WindowOptions | undefined;
}

/** The answer for a clip, or why there is none. */
export type Outcome = { readonly answer: Omit<FilePrediction, 'model'> } | { readonly failure: Failure };

/** A clip that was read as far as it is to be in memory, or why it could not be. */
export type ReadOutcome = ReadRecording | { readonly failure: Failure };

/** Reads a clip for `answerClip`; several may be read at the same time. */
export function readForAnswer(
  io: CommandIo,
  clip: InputClip,
  { windows }: ClipOptions,
): Promise<ReadOutcome> {
  return attempt(io, async () => {
    const { file, path: inTable, start, end } = clip;
    const path = await inputPath(io, inTable ?? file);
    return readRecording(io, { file, path, start, end, windows, notes: false });
  });
}

/** Answers for a clip that was read. */
export async function answerClip(
  io: CommandIo,
  recognizer: Recognizer,
  read: ReadOutcome,
  options: ClipOptions,
): Promise<Outcome> {
  if ('failure' in read) return read;
  return attempt(io, async () => {
    const { whole, segments } = await predictRead(io, recognizer, read);
    const answer = answerOf(whole, options);
    if (segments === undefined) return { answer };
    return { answer: { ...answer, segments: segments.map((segment) => segmentOf(segment, options)) } };
  });
}

/** The result, or why there is none. After Ctrl-C, the caller writes no more rows. */
async function attempt<T>(io: CommandIo, work: () => Promise<T>): Promise<T | { readonly failure: Failure }> {
  try {
    return await work();
  } catch (error) {
    const failure = describeFailure(error);
    if (failure.code === 'bug' && !io.signal.aborted) throw error;
    return { failure };
  }
}
