import { join } from 'node:path';
import type { Engine } from '@ser/models';
import type { Recognizer } from '@ser/recognizer';
import { requireSomeLabel } from '../data/requireLabels.js';
import { scan } from '../data/scan.js';
import { claimRunFolder, clearRunFolder, jsonText, runFiles, writeRunFile } from '../files/runFolder.js';
import { evaluationMetrics } from '../measures/evaluationMetrics.js';
import type { EvaluationMetrics } from '../measures/evaluationMetrics.js';
import { predictionsCsv } from '../measures/predictionsCsv.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { Stopwatch, runSeconds } from '../progress/stopwatch.js';
import type { DataFolder } from '../recipe/dataFolder.js';
import { emotionCounts } from '../report/emotionCounts.js';
import { evaluationReport } from '../report/evaluationPage.js';
import { writeCharts } from '../report/writeCharts.js';
import { wrongClips } from '../report/wrongClips.js';
import type { ClipPrediction } from '../training/predict.js';
import { recognizeAll } from './recognizeAll.js';
import { refuseTrainedSpeakers, trainedSpeakers } from './trainedSpeakers.js';

export interface EvaluateOptions extends StepOptions {
  /** One folder for each corpus to test on. */
  readonly data: readonly DataFolder[];
  /** Where `predictions.csv`, `metrics.json`, `report.html` and `charts/` go. @default nowhere */
  readonly out?: string;
  /** Whether to test on speakers the model was trained on; the result says so. @default false */
  readonly allowTrainedSpeakers?: boolean;
  /** The engine the model was loaded on, to be named in the result. @default unnamed */
  readonly engine?: Engine;
  /** Seed of the bootstrap. @default 1 */
  readonly seed?: number;
  /** The share of clips, in [0, 1], that may be unusable before it stops. @default 0.05 */
  readonly maxUnreadable?: number;
  /** The clock, in milliseconds from any moment on. @default performance.now */
  readonly now?: () => number;
}

export interface EvaluationResult {
  readonly metrics: EvaluationMetrics;
  readonly predictions: readonly ClipPrediction[];
  /** Where the result was written, if it was. */
  readonly folder?: string;
}

/**
 * What a saved model is worth on recordings it has not heard. Clips of emotions it does not know are left out.
 *
 * @throws {SerError} `trained-speakers` when it was trained on some of the speakers; `missing-data`,
 *   `unknown-label`, `too-many-unreadable`, `out-not-empty`, `out-not-writable`
 * @throws {SerError} when a folder is not the corpus it should be
 *
 * @example
 * const recognizer = await Recognizer.load('runs/ravdess/model');
 * const { metrics } = await evaluate(recognizer, { data: [{ corpus: 'ravdess', folder: 'data/new-voices' }] });
 */
export async function evaluate(recognizer: Recognizer, options: EvaluateOptions): Promise<EvaluationResult> {
  const { data, out, engine, signal, onEvent, seed = 1, maxUnreadable = 0.05 } = options;
  const { labels, card } = recognizer;
  const stopwatch = new Stopwatch(options.now ?? (() => performance.now()));
  if (out !== undefined) await claimRunFolder(out, 'evaluation');
  if (engine) onEvent?.({ type: 'engine', name: engine.name, description: engine.description });

  const corpora = [...new Set(data.map(({ corpus }) => corpus))];
  const listing = await scan({ corpora, labels, data, signal, onEvent });
  requireSomeLabel(listing, labels);
  const heard = trainedSpeakers(card, listing);
  if (!options.allowTrainedSpeakers) refuseTrainedSpeakers(heard);

  const answers = await stopwatch.time('evaluate', () =>
    recognizeAll(recognizer, listing, { maxUnreadable, signal, onEvent }),
  );
  const found = { card, labels, listing, heard, engine, seed, ...answers };
  const metrics = evaluationMetrics({ ...found, seconds: runSeconds(stopwatch.read()) });
  const { predictions } = answers;
  if (out === undefined) return { metrics, predictions };
  await clearRunFolder(out);
  await writeRunFile(out, 'predictions', predictionsCsv(predictions, labels));
  await writeRunFile(out, 'metrics', jsonText(metrics));
  const tested = predictions.map(({ utterance }) => utterance);
  const { page, charts } = evaluationReport({
    ...{ metrics, engine, predictions },
    wrong: await wrongClips(listing, predictions),
    counts: emotionCounts(tested, labels),
  });
  await writeCharts(out, charts);
  await writeRunFile(out, 'report', page);
  onEvent?.({ type: 'report', file: join(out, runFiles.report) });
  return { metrics, predictions, folder: out };
}
