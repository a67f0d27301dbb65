import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { findCorpus } from '@ser/datasets';
import { run, type RunMetrics, type RunResult } from '@ser/experiments';
import { enrollment } from '@ser/experiments/steps';
import type { ModelFigure, ModelFiles, PretrainedModel } from '@ser/pretrained';
import { Recognizer } from '@ser/recognizer';
import { compactFiles } from './compactFiles.js';
import { figuresOf } from './figures.js';
import { modelPage } from './modelPage.js';
import { testModel, type TestModelOptions } from './testModel.js';
import { modelPlans, trainedCorpora, usesEncoder, type ModelPlan, type PlanName } from './modelPlan.js';

export type TrainModelOptions = TestModelOptions;

/** A model and its card. */
export interface TrainedModel {
  readonly card: PretrainedModel;
  readonly files: ModelFiles;
}

/**
 * Runs the plan's recipe, which tests the model by cross-validation and then trains it on all clips; compacts the files;
 * and tests these files on corpora that are not in the training data.
 */
export async function trainModel(name: PlanName, options: TrainModelOptions): Promise<TrainedModel> {
  const plan = modelPlans[name];
  const out = await mkdtemp(join(tmpdir(), `ser-pretrained-${name}-`));
  try {
    const result = await runPlan(plan, out, options);
    const files = compactFiles(await readModel(result.modelFolder!));
    const unseen = await testUnseen(plan, files, options);
    const card = cardOf(name, plan, result.metrics, { files, unseen });
    const page = new TextEncoder().encode(modelPage(card, { ...result, classifiers: plan.classifiers }));
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
  options: TrainModelOptions,
): Promise<readonly ModelFigure[]> {
  const recognizer = await Recognizer.load(files, { engine: options.engine });
  const { labels, classProfile } = recognizer;
  recognizer.dispose();
  const figures: ModelFigure[] = [];
  for (const corpus of unseen) {
    const predictions = await testModel(files, corpus, options);
    const metrics = enrollment(predictions, {
      ...recipe.evaluation!,
      labels,
      classProfile,
      seed: recipe.seed,
    });
    figures.push(...figuresOf(metrics, 'This model on a corpus that is not in the training data.'));
  }
  return figures;
}

function cardOf(
  name: PlanName,
  plan: ModelPlan,
  { labels, corpora, protocol, enrollment }: RunMetrics,
  { files, unseen }: { readonly files: ModelFiles; readonly unseen: readonly ModelFigure[] },
): PretrainedModel {
  const { title, license, recipe } = plan;
  return {
    ...{ name, title, license, labels },
    fourClasses: recipe.evaluation!.fourClasses!,
    usesEncoder: usesEncoder(plan),
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
