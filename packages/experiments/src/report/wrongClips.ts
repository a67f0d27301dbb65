import type { Utterance } from '@ser/datasets';
import { logMel, melFrequencies } from '@ser/dsp';
import { fileOf, type Listing } from '../data/listing.js';
import { readUsableClip } from '../data/readUsableClip.js';
import type { ClipPrediction } from '../training/predict.js';

/** How many of them a report shows. */
const nShown = 6;

/** The levels of a clip over time and frequency. */
export interface ClipLevels {
  /** Row-major `[nFrames, frequencies.length]`, in dB relative to the maximum. */
  readonly levels: Float32Array;
  readonly nFrames: number;
  /** Hz. */
  readonly frequencies: Float32Array;
  readonly seconds: number;
}

/** A wrong prediction, with its confidence. */
export interface WrongClip {
  readonly prediction: ClipPrediction;
  /** Probability of the predicted label. */
  readonly confidence: number;
  /** Probability of the true label. */
  readonly ofActual: number;
  /** Absent if the recording can no longer be read. */
  readonly sound?: ClipLevels;
}

/** The wrong predictions with the highest confidence, the highest first. */
export function mostWrong(predictions: readonly ClipPrediction[], most = nShown): readonly WrongClip[] {
  return predictions
    .filter(({ actual, predicted }) => actual !== predicted)
    .map((prediction) => ({
      prediction,
      confidence: prediction.probabilities[prediction.predicted]!,
      ofActual: prediction.probabilities[prediction.actual]!,
    }))
    .sort((a, b) => b.confidence - a.confidence || compare(idOf(a), idOf(b)))
    .slice(0, most);
}

/** The same, with the sound of the clips. */
export async function wrongClips(
  listing: Listing,
  predictions: readonly ClipPrediction[],
): Promise<readonly WrongClip[]> {
  const clips: WrongClip[] = [];
  for (const clip of mostWrong(predictions)) {
    const sound = await levelsOf(listing, clip.prediction.utterance);
    clips.push({ ...clip, ...(sound && { sound }) });
  }
  return clips;
}

/** Speech is mostly below 8 kHz. */
const sampleRate = 16_000;
const bands = { nMels: 64, fMin: 0, fMax: sampleRate / 2 };

/** The center frequency of each band: the edges of the mel filter bank without the first and the last. */
const frequencies = Float32Array.from(melFrequencies({ ...bands, nMels: bands.nMels + 2 }).subarray(1, -1));

/** `undefined` if the file was deleted after the test: a report must not fail because of a chart. */
async function levelsOf(listing: Listing, utterance: Utterance): Promise<ClipLevels | undefined> {
  try {
    const clip = await readUsableClip(fileOf(listing, utterance), sampleRate, utterance);
    const { data, nFrames } = logMel(clip, { ...bands, nFft: 512, hopLength: 160, ref: 'max', topDb: 50 });
    return { levels: data, nFrames, frequencies, seconds: clip.samples.length / sampleRate };
  } catch {
    return undefined;
  }
}

function idOf({ prediction }: WrongClip): string {
  return prediction.utterance.id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
