import { join } from 'node:path';
import { Recognizer } from '@ser/recognizer';
import { saveRecognizer } from '@ser/recognizer/node';
import type { FoldResult } from './crossValidate.js';
import { REFIT } from './finalFold.js';
import { historyCsv } from './historyCsv.js';
import type { History } from './historyCsv.js';
import { metricsOfRun } from './metricsOfRun.js';
import type { RunOutcome } from './metricsOfRun.js';
import { predictionsCsv } from './predictionsCsv.js';
import { recognizerCard } from './recognizerCard.js';
import { runPage } from './report/runPage.js';
import type { RunEvent } from './runEvent.js';
import { jsonText, runFiles, writeRunFile } from './runFolder.js';
import type { RunMetrics } from './runMetrics.js';
import type { RunResult } from './runResult.js';

/** Writes all that a run found out into its folder: tables, metrics, the model, and the report that sums up. */
export async function report(
  out: string,
  outcome: RunOutcome,
  onEvent?: (event: RunEvent) => void,
): Promise<RunResult> {
  const { recipe, split, source, engine } = outcome;
  const metrics = metricsOfRun(outcome);
  const histories = historiesOf(outcome);
  await writeTables(out, outcome.folds, histories, recipe.labels);
  const sourceHistories = source && foldHistories(source.folds);
  if (source) await reportSource(join(out, runFiles.source), { ...outcome, ...source });
  const modelFolder = await saveModel(out, outcome, metrics);
  if (modelFolder !== undefined) onEvent?.({ type: 'model', folder: modelFolder });
  await writeRunFile(out, 'metrics', jsonText(metrics));
  await writeRunFile(out, 'report', runPage({ metrics, histories, sourceHistories, recipe, engine }));
  onEvent?.({ type: 'report', file: join(out, runFiles.report) });
  return {
    folder: out,
    recipe,
    split,
    ...(source && { sourceSplit: source.split }),
    metrics,
    predictions: predictionsOf(outcome.folds),
    ...(modelFolder !== undefined && { modelFolder }),
  };
}

/** The same tables for the source's split, in a folder of their own. */
async function reportSource(folder: string, outcome: RunOutcome): Promise<void> {
  await writeTables(folder, outcome.folds, foldHistories(outcome.folds), outcome.recipe.labels);
  const metrics = metricsOfRun({ ...outcome, source: undefined, model: undefined });
  await writeRunFile(folder, 'metrics', jsonText(metrics));
}

async function writeTables(
  folder: string,
  folds: readonly FoldResult[],
  histories: readonly History[],
  labels: readonly string[],
): Promise<void> {
  await writeRunFile(folder, 'history', historyCsv(histories));
  await writeRunFile(folder, 'predictions', predictionsCsv(predictionsOf(folds), labels));
}

function predictionsOf(folds: readonly FoldResult[]) {
  return folds.flatMap(({ predictions }) => predictions);
}

function historiesOf({ folds, model }: RunOutcome): readonly History[] {
  const histories = foldHistories(folds);
  return model?.refitted ? [...histories, { fold: REFIT, epochs: model.fitted.history }] : histories;
}

function foldHistories(folds: readonly FoldResult[]): readonly History[] {
  return folds.map(({ rows, history }) => ({ fold: rows.name, epochs: history }));
}

async function saveModel(out: string, outcome: RunOutcome, metrics: RunMetrics): Promise<string | undefined> {
  const { recipe, model, clips, listing } = outcome;
  if (model === undefined) return undefined;
  const folder = join(out, runFiles.model);
  const { normalizer, classifier } = model.fitted;
  const card = recognizerCard(model, clips, listing, metrics);
  const { labels, features } = recipe;
  await saveRecognizer(folder, new Recognizer({ labels, features, normalizer, classifier, card }));
  return folder;
}
