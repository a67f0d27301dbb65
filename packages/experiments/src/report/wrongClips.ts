import { logMel, melFrequencies } from '@ser/dsp';
import { fileOf } from '../data/listing.js';
import type { Listing } from '../data/listing.js';
import { readUsableClip } from '../data/readUsableClip.js';
import type { ClipPrediction } from '../training/predict.js';

/** How many of them a report shows. */
const SHOWN = 6;

/** A clip's level over time and pitch. */
export interface ClipLevels {
  /** Row-major `[nFrames, frequencies.length]`, dB below the loudest. */
  readonly levels: Float32Array;
  readonly nFrames: number;
  /** Hz. */
  readonly frequencies: Float32Array;
  readonly seconds: number;
}

/** A clip that was answered wrong, and how sure the answer was. */
export interface WrongClip {
  readonly prediction: ClipPrediction;
  /** Probability of the answer. */
  readonly confidence: number;
  /** Probability of what would have been right. */
  readonly ofActual: number;
  /** Absent where the recording cannot be read any more. */
  readonly sound?: ClipLevels;
}

/** The wrong answers given with the highest probability, the surest first. */
export function mostWrong(predictions: readonly ClipPrediction[], most = SHOWN): readonly WrongClip[] {
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

/** The same with their sound, read from where the listing says. */
export async function wrongClips(
  listing: Listing,
  predictions: readonly ClipPrediction[],
): Promise<readonly WrongClip[]> {
  const clips: WrongClip[] = [];
  for (const clip of mostWrong(predictions)) {
    const sound = await levelsOf(fileOf(listing, clip.prediction.utterance));
    clips.push({ ...clip, ...(sound && { sound }) });
  }
  return clips;
}

/** Speech lies below 8 kHz. */
const sampleRate = 16_000;
const bands = { nMels: 64, fMin: 0, fMax: sampleRate / 2 };

/** The middle of each band: those of a mel filter bank, whose outermost edges are no middles. */
const frequencies = Float32Array.from(melFrequencies({ ...bands, nMels: bands.nMels + 2 }).subarray(1, -1));

/** `undefined` where the file is gone since it was tested: a report must not fail for a chart. */
async function levelsOf(file: string): Promise<ClipLevels | undefined> {
  try {
    const clip = await readUsableClip(file, sampleRate);
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
