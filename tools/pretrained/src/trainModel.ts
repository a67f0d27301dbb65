import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCorpus } from '@ser/datasets';
import { enrolment, evaluate, run, type RunMetrics, type RunResult } from '@ser/experiments';
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

/** A model, and what must be known about it. */
export interface TrainedModel {
  readonly card: PretrainedModel;
  readonly files: ModelFiles;
}

/**
 * Runs the plan's recipe, which tests it on voices held out and then trains it on all clips; makes the files small;
 * tests those very files on corpora the model has never heard.
 */
export async function trainModel(name: ModelName, options: TrainModelOptions): Promise<TrainedModel> {
  const plan = modelPlans[name];
  const out = await mkdtemp(join(tmpdir(), `ser-pretrained-${name}-`));
  try {
    const result = await runPlan(plan, out, options);
    const files = compactFiles(await readModel(result.modelFolder!));
    const unheard = await testUnheard(plan, files, options);
    const card = cardOf(name, plan, result.metrics, { files, unheard });
    const page = new TextEncoder().encode(modelPage(card, result.metrics));
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

async function readModel(folder: string): Promise<ModelFiles> {
  const names = ['recognizer.json', 'model.json', 'weights.bin'];
  const read = names.map(async (name) => [name, new Uint8Array(await readFile(join(folder, name)))] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function testUnheard(
  { unheard, recipe }: ModelPlan,
  files: ModelFiles,
  { corpora, engine }: TrainModelOptions,
): Promise<readonly ModelFigure[]> {
  const recognizer = await Recognizer.fromFiles(files, engine);
  const { labels } = recognizer;
  const figures: ModelFigure[] = [];
  for (const corpus of unheard) {
    const data = [{ corpus, folder: join(corpora, corpus) }];
    const { predictions } = await evaluate(recognizer, { data, engine });
    const metrics = enrolment(predictions, { ...recipe.evaluation!, labels, seed: recipe.seed });
    figures.push(...figuresOf(metrics, 'This model, on a corpus it has never heard.'));
  }
  recognizer.dispose();
  return figures;
}

function cardOf(
  name: ModelName,
  { title, licence, recipe }: ModelPlan,
  { labels, corpora, protocol, enrolment }: RunMetrics,
  { files, unheard }: { readonly files: ModelFiles; readonly unheard: readonly ModelFigure[] },
): PretrainedModel {
  return {
    ...{ name, title, licence, labels },
    fourClasses: recipe.evaluation!.fourClasses!,
    trainedOn: corpora.map(({ name, title, licence, clips, speakers }) => {
      const { language } = findCorpus(name);
      return { corpus: name, title, licence, language, clips, speakers };
    }),
    figures: [...figuresOf(enrolment!, protocol), ...unheard],
    sha256: Object.fromEntries(Object.entries(files).map(([file, bytes]) => [file, sha256(bytes)])),
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
