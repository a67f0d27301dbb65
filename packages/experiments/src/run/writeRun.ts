import { join } from 'node:path';
import { fitClassProfile, Recognizer, type RecognizerMember } from '@ser/recognizer';
import { saveRecognizer } from '@ser/recognizer/node';
import { jsonText, runFiles, writeRunFile } from '../files/runFolder.js';
import { dimensionsCsv } from '../measures/dimensionsCsv.js';
import { enrollmentCsv } from '../measures/enrollment/enrollmentCsv.js';
import { profiledClips } from '../measures/enrollment/profilesOf.js';
import { historyCsv, type History } from '../measures/historyCsv.js';
import { metricsOfRun, type RunOutcome } from '../measures/metricsOfRun.js';
import { predictionsCsv } from '../measures/predictionsCsv.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import type { StepOptions } from '../progress/stepOptions.js';
import type { Recipe } from '../recipe/recipe.js';
import { emotionCounts } from '../report/emotionCounts.js';
import { runReport, type RunPageParts } from '../report/runReport.js';
import { writeCharts } from '../report/writeCharts.js';
import { wrongClips } from '../report/wrongClips.js';
import type { FoldResult } from '../training/crossValidate.js';
import { finalFoldName } from '../training/finalFold.js';
import type { FinalModel } from '../training/finalModel.js';
import { recognizerCard } from './recognizerCard.js';
import type { RunResult } from './runResult.js';

interface WriteRunOptions extends Pick<StepOptions, 'onEvent'> {
  /** The command that started the run. */
  readonly command?: string;
  /** The date of the run, `YYYY-MM-DD`. @default today (UTC) */
  readonly date?: string;
}

/** Writes all results of a run into its folder: tables, metrics, the model, and the report. */
export async function writeRun(
  out: string,
  outcome: RunOutcome,
  { onEvent, command, date = new Date().toISOString().slice(0, 10) }: WriteRunOptions,
): Promise<RunResult> {
  const { recipe, split, source, engine, explanation } = outcome;
  const metrics = metricsOfRun(outcome);
  const histories = historiesOf(outcome);
  await writeTables(out, outcome.folds, histories, recipe.labels);
  const sourceHistories = source && foldHistories(source.folds);
  if (source) await writeSource(join(out, runFiles.source), { ...outcome, ...source });
  const modelFolder = await saveModel(out, outcome, metrics);
  if (modelFolder !== undefined) onEvent?.({ type: 'model', folder: modelFolder });
  await writeRunFile(out, 'metrics', jsonText(metrics));
  if (metrics.enrollment) await writeRunFile(out, 'enrollment', enrollmentCsv(metrics.enrollment));
  if (outcome.dimensions) await writeRunFile(out, 'dimensions', dimensionsCsv(outcome.dimensions));
  if (explanation) await writeRunFile(out, 'explain', jsonText(explanation));
  const parts = { metrics, histories, sourceHistories, recipe, engine, explanation, command, date };
  const { dimensions } = outcome;
  await writeReport(out, outcome, { ...parts, dimensions });
  onEvent?.({ type: 'report', file: join(out, runFiles.report) });
  return {
    folder: out,
    recipe,
    split,
    ...(source && { sourceSplit: source.split }),
    metrics,
    ...(explanation && { explanation }),
    predictions: predictionsOf(outcome.folds),
    ...(modelFolder !== undefined && { modelFolder }),
  };
}

/** The page and its charts. */
async function writeReport(out: string, outcome: RunOutcome, parts: RunPageParts): Promise<void> {
  const { folds, source, listing, clips } = outcome;
  const predictions = predictionsOf(folds);
  const rows = folds.map((fold) => fold.rows);
  const { page, charts, sourceCharts } = runReport({
    ...parts,
    predictions,
    sourcePredictions: source && predictionsOf(source.folds),
    wrong: await wrongClips(listing, predictions),
    counts: emotionCounts(clips.utterances, outcome.recipe.labels, rows),
  });
  await writeCharts(out, charts);
  await writeCharts(join(out, runFiles.source), sourceCharts);
  await writeRunFile(out, 'report', page);
}

/** The tables of the source's split, in their own folder. */
async function writeSource(folder: string, outcome: RunOutcome): Promise<void> {
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

function historiesOf({ recipe, folds, model }: RunOutcome): readonly History[] {
  const histories = foldHistories(folds);
  if (!model?.refitted) return histories;
  const refitted = model.fitted.map(({ history }, i) => ({
    fold: finalFoldName,
    member: recipe.members[i]!.name,
    epochs: history,
  }));
  return [...histories, ...refitted];
}

function foldHistories(folds: readonly FoldResult[]): readonly History[] {
  return folds.flatMap(({ rows, members }) =>
    members.map(({ name, history }) => ({ fold: rows.name, member: name, epochs: history })),
  );
}

async function saveModel(out: string, outcome: RunOutcome, metrics: RunMetrics): Promise<string | undefined> {
  const { recipe, model, clips, listing, dimensions } = outcome;
  if (model === undefined) return undefined;
  const folder = join(out, runFiles.model);
  const card = recognizerCard(model, clips, listing, metrics);
  const members = recognizerMembers(recipe, model);
  const { labels, evaluation } = recipe;
  const classProfile = evaluation?.classProfile
    ? fitClassProfile(profiledClips(predictionsOf(outcome.folds)), labels.length)
    : undefined;
  await saveRecognizer(
    folder,
    new Recognizer({ labels, members, card, classProfile, dimensions: dimensions?.final }),
  );
  return folder;
}

/** The members of the recognizer: from the recipe, and what was fitted for each. */
function recognizerMembers(recipe: Recipe, { fitted }: FinalModel): readonly RecognizerMember[] {
  return recipe.members.map(({ name, weight, features }, i) => {
    const { classifier, normalizer, encoding } = fitted[i]!;
    return {
      ...{ name, weight, features, classifier },
      normalizer: normalizer.forUnseenSpeakers,
      encoder: encoding?.encoder,
    };
  });
}
