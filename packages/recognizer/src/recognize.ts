import type { AudioInput } from './audio/audioInput.js';
import type { BundledName } from './load/bundledModel.js';
import type { Probabilities } from './prediction.js';
import { Recognizer } from './recognizer.js';
import type { PredictOptions } from './recognizerOptions.js';
import { requireInteger } from '@ser/core';

/** A label and its probability. */
export interface LabelScore {
  readonly label: string;
  /** In [0, 1]; the scores of all labels sum to 1. */
  readonly score: number;
}

export interface RecognizeOptions extends Omit<PredictOptions, 'unsureBelow'> {
  /**
   * How many labels to return, at least 1.
   *
   * @default all
   */
  readonly top?: number | undefined;
  /**
   * A recognizer of your own, which you dispose, or the name of a bundled model, which is loaded once and kept.
   *
   * @default the general model, or `general-small` where ONNX Runtime is missing, as `Recognizer.general`
   */
  readonly model?: Recognizer | BundledName | undefined;
}

/**
 * The most likely emotions of a recording, in one call.
 *
 * @param audio as for `Recognizer.predict`
 * @returns labels by decreasing score; nothing without speech
 * @throws {SerError} as `Recognizer.general` and `Recognizer.predict`; `invalid-option`
 *
 * @example
 * const [best] = await recognize('call.wav', { top: 3 });
 * console.log(best?.label, best?.score);
 */
export async function recognize(
  audio: AudioInput,
  { top, model, ...options }: RecognizeOptions = {},
): Promise<readonly LabelScore[]> {
  if (top !== undefined) requireInteger('top', top, { min: 1 });
  const recognizer = model instanceof Recognizer ? model : await kept(model);
  const { probabilities } = await recognizer.predict(audio, options);
  return sortedScores(probabilities).slice(0, top);
}

/** Labels by decreasing score; equal scores stay in label order. */
export function sortedScores(probabilities: Probabilities): readonly LabelScore[] {
  return Object.entries(probabilities)
    .map(([label, score]) => ({ label, score }))
    .sort((a, b) => b.score - a.score);
}

const loaded = new Map<BundledName | undefined, Promise<Recognizer>>();

/** A bundled model, which is loaded at the first call. A failure is not kept, so that the next call tries again. */
function kept(name: BundledName | undefined): Promise<Recognizer> {
  const earlier = loaded.get(name);
  if (earlier) return earlier;
  const loading = name === undefined ? Recognizer.general() : Recognizer.bundled(name);
  loaded.set(name, loading);
  loading.catch(() => loaded.delete(name));
  return loading;
}
