import type { Features } from '../../src/frames/features.js';
import { golden, maxDifference, rowsOf, type ClipCase } from './golden.js';
import { testSignal, type SignalName } from './testSignal.js';

interface FeatureCase<Options> extends ClipCase<Options> {
  readonly signal: SignalName;
}

/** librosa's results recorded by reference/goldens/dsp_features.py; `title` shows signal, rate, and options. */
export function featureGolden<Options>(name: string) {
  return golden<FeatureCase<Options>>(name).map((recorded) => ({
    ...recorded,
    clip: testSignal(recorded.signal, recorded.sampleRate, recorded.nSamples),
    title: `${recorded.nSamples} samples of ${recorded.signal} at ${recorded.sampleRate} Hz, ${recorded.title}`,
  }));
}

/** Largest difference from the recorded result, relative to its largest value; NaN if the shapes differ. */
export function scaledDifference(
  { data, nFrames, nFeatures }: Features,
  expected: ClipCase<unknown>['expected'],
): number {
  if (nFrames !== expected.nFrames || nFeatures !== expected.nFeatures) return NaN;
  const difference = maxDifference(rowsOf(data, nFeatures, expected.frames), expected.values);
  const largest = expected.values.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0);
  return difference / (largest === 0 ? 1 : largest);
}
