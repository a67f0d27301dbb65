import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { findCorpus } from '@ser/datasets';
import { evaluate, run, type RunMetrics, type RunResult } from '@ser/experiments';
import { enrollment } from '@ser/experiments/steps';
import type { Engine } from '@ser/models';
import type { ModelFigure, ModelFiles, ModelName, PretrainedModel } from '@ser/pretrained';
import { Recognizer } from '@ser/recognizer';
import { compactFiles } from './compactFiles.js';
import { figuresOf } from './figures.js';
import { modelPage } from './modelPage.js';
import { modelPlans, trainedCorpora, type ModelPlan } from './modelPlan.js';

export interface TrainModelOptions {
  /** Folder with a folder of each corpus. */
  readonly corpora: string;
  readonly cache?: string | undefined;
  readonly workers?: number;
  readonly engine: Engine;
}

/** A model and its card. */
export interface TrainedModel {
  readonly card: PretrainedModel;
  readonly files: ModelFiles;
}

/**
 * Runs the plan's recipe, which tests the model by cross-validation and then trains it on all clips; compacts the files;
 * and tests these files on corpora that are not in the training data.
 */
export async function trainModel(name: ModelName, options: TrainModelOptions): Promise<TrainedModel> {
  const plan = modelPlans[name];
  const out = await mkdtemp(join(tmpdir(), `ser-pretrained-${name}-`));
  try {
    const result = await runPlan(plan, out, options);
    const files = compactFiles(await readModel(result.modelFolder!));
    const unseen = await testUnseen(plan, files, options);
    const card = cardOf(name, plan, result.metrics, { files, unseen });
    const page = new TextEncoder().encode(
      modelPage(card, { metrics: result.metrics, classifiers: plan.classifiers }),
    );
    return { card, files: { ...files, 'README.md': page } };
  } finally {
    await rm(out, { recursive: true });
  }
}

function runPlan(plan: ModelPlan, out: string, options: TrainModelOptions): Promise<RunResult> {
  const { corpora, engine, cache, workers } = options;
  const data = trainedCorpora(plan).map((corpus) => ({ corpus, folder: join(corpora, corpus) }));
  return run(plan.recipe, {
    ...{ data, out, engine, finalModel: 'refit' as const },
    ...(workers !== undefined && { workers }),
    ...(cache !== undefined && { cache }),
  });
}

/** The files of the model without its README, which is written again; `recognizer.json` first. */
async function readModel(folder: string): Promise<ModelFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  const first = 'recognizer.json';
  const names = [first, ...paths.filter((path) => path !== first).sort()];
  const read = names.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return [name.split(sep).join('/'), new Uint8Array(bytes)] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

async function testUnseen(
  { unseen, recipe }: ModelPlan,
  files: ModelFiles,
  { corpora, engine }: TrainModelOptions,
): Promise<readonly ModelFigure[]> {
  const recognizer = await Recognizer.load(files, { engine });
  const { labels } = recognizer;
  const figures: ModelFigure[] = [];
  for (const corpus of unseen) {
    const data = [{ corpus, folder: join(corpora, corpus) }];
    const { predictions } = await evaluate(recognizer, { data, engine });
    const metrics = enrollment(predictions, { ...recipe.evaluation!, labels, seed: recipe.seed });
    figures.push(...figuresOf(metrics, 'This model on a corpus that is not in the training data.'));
  }
  recognizer.dispose();
  return figures;
}

function cardOf(
  name: ModelName,
  { title, license, recipe }: ModelPlan,
  { labels, corpora, protocol, enrollment }: RunMetrics,
  { files, unseen }: { readonly files: ModelFiles; readonly unseen: readonly ModelFigure[] },
): PretrainedModel {
  return {
    ...{ name, title, license, labels },
    fourClasses: recipe.evaluation!.fourClasses!,
    trainedOn: corpora.map(({ name, title, license, clips, speakers }) => {
      const { language } = findCorpus(name);
      return { corpus: name, title, license, language, clips, speakers };
    }),
    figures: [...figuresOf(enrollment!, protocol), ...unseen],
    sha256: Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, sha256(bytes)])),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
