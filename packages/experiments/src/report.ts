import { join } from 'node:path';
import { Recognizer } from '@ser/recognizer';
import { saveRecognizer } from '@ser/recognizer/node';
import { REFIT } from './finalModel.js';
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
  const { recipe, split } = outcome;
  const metrics = metricsOfRun(outcome);
  const predictions = outcome.folds.flatMap((fold) => fold.predictions);
  const histories = historiesOf(outcome);
  await writeRunFile(out, 'history', historyCsv(histories));
  await writeRunFile(out, 'predictions', predictionsCsv(predictions, recipe.labels));
  const modelFolder = await saveModel(out, outcome, metrics);
  if (modelFolder !== undefined) onEvent?.({ type: 'model', folder: modelFolder });
  await writeRunFile(out, 'metrics', jsonText(metrics));
  await writeRunFile(out, 'report', runPage({ metrics, histories, recipe, engine: outcome.engine }));
  onEvent?.({ type: 'report', file: join(out, runFiles.report) });
  return {
    folder: out,
    recipe,
    split,
    metrics,
    predictions,
    ...(modelFolder !== undefined && { modelFolder }),
  };
}

function historiesOf({ folds, model }: RunOutcome): readonly History[] {
  const histories = folds.map(({ rows, history }) => ({ fold: rows.name, epochs: history }));
  return model?.refitted ? [...histories, { fold: REFIT, epochs: model.fitted.history }] : histories;
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
