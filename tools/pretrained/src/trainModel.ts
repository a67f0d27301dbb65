import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
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

/** What is written for programs, `recognizer.json` first; the README is written anew. */
async function readModel(folder: string): Promise<ModelFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const places = entries
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  const first = 'recognizer.json';
  const names = [first, ...places.filter((place) => place !== first).sort()];
  const read = names.map(async (name) => {
    const bytes = await readFile(join(folder, name));
    return [name.split(sep).join('/'), new Uint8Array(bytes)] as const;
  });
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
