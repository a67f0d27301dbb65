import { join } from 'node:path';
import type { Utterance } from '@ser/datasets';
import type { Engine } from '@ser/models';
import type { Recognizer } from '@ser/recognizer';
import { dataSources } from '../data/dataSources.js';
import { requireSomeLabel } from '../data/requireLabels.js';
import { scan } from '../data/scan.js';
import { claimRunFolder, clearRunFolder, jsonText, runFiles, writeRunFile } from '../files/runFolder.js';
import { evaluationMetrics, type EvaluationMetrics } from '../measures/evaluationMetrics.js';
import { predictionsCsv } from '../measures/predictionsCsv.js';
import type { StepOptions } from '../progress/stepOptions.js';
import { Stopwatch, runSeconds } from '../progress/stopwatch.js';
import type { DataSource } from '../recipe/dataFolder.js';
import { emotionCounts } from '../report/emotionCounts.js';
import { evaluationReport } from '../report/evaluationPage.js';
import { writeCharts } from '../report/writeCharts.js';
import { wrongClips } from '../report/wrongClips.js';
import type { ClipPrediction } from '../training/predict.js';
import { recognizeAll } from './recognizeAll.js';
import { refuseTrainedSpeakers, trainedSpeakers } from './trainedSpeakers.js';

export interface EvaluateOptions extends StepOptions {
  /** The recordings of each corpus to test on. */
  readonly data?: readonly DataSource[];
  /** Your own utterances, as in `run`; at least one of `data` and `utterances` is needed. @default none */
  readonly utterances?: readonly Utterance[];
  /** A folder for `predictions.csv`, `metrics.json`, `report.html`, and `charts/`. @default nothing is written */
  readonly out?: string;
  /** Whether to test on speakers that the model was trained on; the result then says so. @default false */
  readonly allowTrainedSpeakers?: boolean;
  /** The engine that the model uses, to name it in the result. @default not named */
  readonly engine?: Engine;
  /** Seed of the bootstrap. @default 1 */
  readonly seed?: number;
  /** The share of clips, in [0, 1], that may be unusable before the evaluation stops. @default 0.05 */
  readonly maxUnreadable?: number;
  /** The command that started the evaluation, for the report. @default a command with placeholders */
  readonly command?: string;
  /** The date in the report, `YYYY-MM-DD`. @default today (UTC) */
  readonly date?: string;
  /** Current time in milliseconds, from any starting point. @default performance.now */
  readonly now?: () => number;
}

export interface EvaluationResult {
  readonly metrics: EvaluationMetrics;
  readonly predictions: readonly ClipPrediction[];
  /** The folder with the written results, if any. */
  readonly folder?: string;
}

/**
 * Tests a saved model on recordings that it was not trained on. Clips with emotions that it does not know are left out.
 *
 * @throws {SerError} `trained-speakers` if it was trained on some of the speakers; `missing-data`,
 *   `unknown-label`, `too-many-unreadable`, `out-not-empty`, `out-not-writable`, `out-in-use`, `disk-full`
 * @throws {SerError} if a folder is not the expected corpus
 *
 * @example
 * const recognizer = await Recognizer.load('runs/ravdess/model');
 * const { metrics } = await evaluate(recognizer, { data: [{ corpus: 'ravdess', folder: 'data/new-voices' }] });
 */
export async function evaluate(recognizer: Recognizer, options: EvaluateOptions): Promise<EvaluationResult> {
  const { out } = options;
  const lock = out === undefined ? undefined : await claimRunFolder(out, 'evaluation');
  try {
    return await test(recognizer, options);
  } finally {
    await lock?.release();
  }
}

async function test(recognizer: Recognizer, options: EvaluateOptions): Promise<EvaluationResult> {
  const { out, engine, signal, onEvent, seed = 1, maxUnreadable = 0.05 } = options;
  const { labels, card } = recognizer;
  const stopwatch = new Stopwatch(options.now ?? (() => performance.now()));
  if (engine) onEvent?.({ type: 'engine', name: engine.name, description: engine.description });

  const data = dataSources(options);
  const corpora = [...new Set(data.map(({ corpus }) => corpus))];
  const listing = await scan({ corpora, labels, data, signal, onEvent });
  requireSomeLabel(listing, labels);
  const known = trainedSpeakers(card, listing);
  if (!options.allowTrainedSpeakers) refuseTrainedSpeakers(known);

  const results = await stopwatch.time('evaluate', () =>
    recognizeAll(recognizer, listing, { maxUnreadable, signal, onEvent }),
  );
  const found = { card, labels, listing, known, engine, seed, ...results };
  const metrics = evaluationMetrics({ ...found, seconds: runSeconds(stopwatch.read()) });
  const { predictions } = results;
  if (out === undefined) return { metrics, predictions };
  await clearRunFolder(out, { except: 'metrics' }); // the file by which the folder is recognized is always there
  await writeRunFile(out, 'metrics', jsonText(metrics));
  await writeRunFile(out, 'predictions', predictionsCsv(predictions, labels));
  const tested = predictions.map(({ utterance }) => utterance);
  const { page, charts } = evaluationReport({
    ...{ metrics, engine, predictions, command: options.command },
    date: options.date ?? new Date().toISOString().slice(0, 10),
    wrong: await wrongClips(listing, predictions),
    counts: emotionCounts(tested, labels),
  });
  await writeCharts(out, charts);
  await writeRunFile(out, 'report', page);
  onEvent?.({ type: 'report', file: join(out, runFiles.report) });
  return { metrics, predictions, folder: out };
}
