import type { RocCurve } from '@ser/metrics';

/** The ROC curve of a perfectly ranked class. */
export const perfectCurve: Pick<RocCurve, 'falsePositiveRates' | 'truePositiveRates'> = {
  falsePositiveRates: [0, 0, 1],
  truePositiveRates: [0, 1, 1],
};

/** Predictions of medium confidence, half of them correct, and of high confidence, nearly all of them correct. */
export const bins = [
  { low: 0, high: 0.5, count: 0, confidence: NaN, accuracy: NaN },
  { low: 0.5, high: 0.9, count: 8, confidence: 0.7, accuracy: 0.5 },
  { low: 0.9, high: 1, count: 40, confidence: 0.97, accuracy: 0.95 },
];

/** Two seconds of four bands, the loudest point in the second frame of the third band. */
export const sound = {
  levels: Float32Array.from({ length: 40 }, (_, i) => (i === 6 ? 0 : -60 + (i % 4))),
  nFrames: 10,
  frequencies: [200, 700, 2100, 6000],
  seconds: 2,
};
