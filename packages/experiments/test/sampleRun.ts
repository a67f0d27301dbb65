import type { Utterance } from '@ser/datasets';
import type { EpochRecord } from '@ser/models';
import { measure } from '../src/measures/measure.js';
import type { RunMetrics, SourceMetrics } from '../src/measures/runMetrics.js';
import { normalizationSummary } from '../src/recipe/normalizationSummary.js';
import type { ClipPrediction } from '../src/training/predict.js';
import { score } from '../src/training/score.js';

export const labels = ['neutral', 'happy', 'sad', 'angry'];

/** A clip without a file. */
export function utterance(speaker: string, emotion: string, take = 1): Utterance {
  const name = `${emotion}-${speaker}-${take}`;
  const id = `ravdess/${name}`;
  const path = `Actor_${speaker}/${name}.wav`;
  return { id, path, corpus: 'ravdess', speaker, emotion, language: 'en', recording: id };
}

/** A prediction that is correct, or the next label. */
export function prediction(speaker: string, emotion: string, right: boolean, take = 1): ClipPrediction {
  const actual = labels.indexOf(emotion);
  const predicted = right ? actual : (actual + 1) % labels.length;
  const probabilities = Float32Array.from(labels, (_, label) => (label === predicted ? 0.7 : 0.1));
  return { utterance: utterance(speaker, emotion, take), fold: 'hold-out', actual, predicted, probabilities };
}

/** Predictions for some speakers, of which one in `every` is wrong. */
export function predictionsOf(speakers: readonly string[], every = 3): readonly ClipPrediction[] {
  return speakers.flatMap((speaker, s) =>
    labels.flatMap((emotion, e) =>
      [1, 2].map((take) => prediction(speaker, emotion, (s + e + take) % every > 0, take)),
    ),
  );
}

/** The metrics of a run that was never executed: trained on speakers 01 to 06, tested on 07 and 08. */
export function sampleMetrics(overrides: Partial<RunMetrics> = {}): RunMetrics {
  const train = { clips: 48, speakers: ['01', '02', '03', '04', '05', '06'] };
  const test = { clips: 16, speakers: ['07', '08'] };
  const predictions = predictionsOf(test.speakers);
  return {
    recipe: 'sample-recipe',
    title: 'A sample',
    protocol: 'Speaker-independent hold-out: tested on 2 of 8 speakers.',
    speakerIndependent: true,
    synthetic: false,
    labels,
    seed: 1,
    engine: 'tfjs-wasm',
    normalization: normalizationSummary({ members: [{ name: 'cnn1d', normalize: { scope: 'train' } }] }),
    ...measure([predictions], { labels, seed: 1 }),
    folds: [
      {
        fold: 'hold-out',
        epochs: 2,
        ...score(predictions, labels.length),
        members: [{ name: 'cnn1d', epochs: 2, ...score(predictions, labels.length) }],
        train,
        validation: { clips: 0, speakers: [] },
        test,
      },
    ],
    members: [{ name: 'cnn1d', weight: 1, ...score(predictions, labels.length), interval: null }],
    corpora: [
      {
        name: 'ravdess',
        title: 'RAVDESS (speech, audio only)',
        license: 'CC BY-NC-SA 4.0',
        synthetic: false,
        clips: 64,
        speakers: [...train.speakers, ...test.speakers],
      },
    ],
    model: { refitted: false, ...train },
    seconds: { extract: 4.2, train: 71.5, evaluate: 0.31, total: 76.4 },
    skipped: [],
    ...overrides,
  };
}

/** An epoch that was never executed; other values are 0.5. */
export function epochRecord(epoch: number, figures: Partial<EpochRecord> = {}): EpochRecord {
  const half = { loss: 0.5, accuracy: 0.5, precision: 0.5, recall: 0.5, f1: 0.5, uar: 0.5 };
  return { epoch, learningRate: 0.001, ...half, ...figures };
}

/** Metrics of a source's split that was never executed; the test speakers are also training speakers. */
export function sampleSource(predictions = predictionsOf(['07', '08'], 9)): SourceMetrics {
  const side = { clips: 32, speakers: ['07', '08'] };
  return {
    protocol: 'Speaker-dependent: 20% of the clips are tested.',
    speakerIndependent: false,
    ...measure([predictions], { labels, seed: 1 }),
    folds: [
      {
        fold: 'hold-out',
        epochs: 2,
        ...score(predictions, labels.length),
        members: [{ name: 'cnn1d', epochs: 2, ...score(predictions, labels.length) }],
        train: side,
        validation: { clips: 0, speakers: [] },
        test: side,
      },
    ],
    members: [{ name: 'cnn1d', weight: 1, ...score(predictions, labels.length), interval: null }],
    gap: 'On unseen speakers, the UAR is lower.',
  };
}
