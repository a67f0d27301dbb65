import { SerError } from '@ser/core';
import type { AudioClip } from '@ser/dsp';
import type { Prediction } from '../prediction.js';

/** What `predictAll` gives for one clip: its prediction, or the error that concerns only this clip. */
export type ClipResult =
  | { readonly prediction: Prediction; readonly error?: undefined }
  | { readonly prediction?: undefined; readonly error: SerError };

export interface EachClip<A> {
  readonly audios: readonly A[];
  readonly read: (audio: A) => Promise<AudioClip>;
  /** One prediction per clip, in their order; at least one clip. */
  readonly predict: (clips: readonly AudioClip[]) => Promise<readonly Prediction[]>;
  readonly signal?: AbortSignal | undefined;
}

/** Clips in memory at a time. */
const batchSize = 32;

/** Errors that any clip would cause. */
const ofTheModel = new Set<string>([
  'disposed',
  'engine-unavailable',
  'invalid-option',
  'model-corrupt',
  'package-missing',
]);

/**
 * Predicts for clips in batches; an error of one clip does not affect the others.
 *
 * @throws what is not an error of one clip: the signal's reason, and `SerError`s of the model and the options
 */
export async function predictEach<A>(request: EachClip<A>): Promise<readonly ClipResult[]> {
  const { audios, read, predict, signal } = request;
  const results: ClipResult[] = [];
  for (let start = 0; start < audios.length; start += batchSize) {
    signal?.throwIfAborted();
    const batch = audios.slice(start, start + batchSize);
    const clips = await Promise.all(batch.map((audio) => resultOf(() => read(audio))));
    results.push(...(await predictBatch(clips, predict)));
  }
  return results;
}

type Read = { readonly value: AudioClip } | { readonly error: SerError };

async function predictBatch(
  clips: readonly Read[],
  predict: EachClip<unknown>['predict'],
): Promise<readonly ClipResult[]> {
  const readable = clips.flatMap((clip) => ('value' in clip ? [clip.value] : []));
  const answers = await predictReadable(readable, predict);
  let next = 0;
  return clips.map((clip) => ('error' in clip ? { error: clip.error } : answers[next++]!));
}

/** All clips at once, which is faster; one by one if that fails, to find the clip with the error. */
async function predictReadable(
  clips: readonly AudioClip[],
  predict: EachClip<unknown>['predict'],
): Promise<readonly ClipResult[]> {
  if (clips.length === 0) return [];
  const together = await resultOf(() => predict(clips));
  if ('value' in together) return together.value.map((prediction) => ({ prediction }));
  if (clips.length === 1) return [together];
  const answers: ClipResult[] = [];
  for (const clip of clips) answers.push(...(await predictReadable([clip], predict)));
  return answers;
}

async function resultOf<T>(
  action: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly error: SerError }> {
  try {
    return { value: await action() };
  } catch (error) {
    if (!isSerError(error) || ofTheModel.has(error.code)) throw error;
    return { error };
  }
}

function isSerError(error: unknown): error is SerError {
  return error instanceof SerError;
}
