import { type TrainableClassifier, type ClassifierDescription } from '@ser/classifiers';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClassifier } from '../src/classifier/createClassifier.js';
import { type Engine, type EngineName } from '../src/engine/engine.js';
import { openEngine } from '../src/engine/openEngine.js';
import { type TrainingOptions } from '../src/training/trainingOptions.js';
import { closedFormExamples, closedFormRecord } from './closedFormExamples.js';

const { scikitLearn, nClasses, regularization, cases } = closedFormRecord;

/** Logarithms of probabilities are scores times the temperature, but for a constant in each row. */
function centredLogarithms(probabilities: Float32Array): Float64Array {
  return centredRows(Float64Array.from(probabilities, Math.log));
}

function centredRows(values: ArrayLike<number>): Float64Array {
  const rows = Float64Array.from(values);
  for (let start = 0; start < rows.length; start += nClasses) {
    const row = rows.subarray(start, start + nClasses);
    const mean = row.reduce((sum, value) => sum + value, 0) / nClasses;
    row.forEach((value, i) => (row[i] = value - mean));
  }
  return rows;
}

function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((greatest, value, i) => Math.max(greatest, Math.abs(value - b[i]!)), 0);
}

describe.each<[EngineName, readonly number[]]>([
  ['onnx-node', regularization],
  ['onnx-web', [1]],
  ['tfjs-wasm', [1]],
  ['tfjs-cpu', [1]],
])(`closed-form classifiers on %s equal those of scikit-learn ${scikitLearn}`, (engineName, scoredWith) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine(engineName, { threads: 1 });
  });

  async function fitted(
    description: ClassifierDescription,
    nFeatures: number,
  ): Promise<TrainableClassifier<TrainingOptions>> {
    const { x, y, ...options } = closedFormExamples(nFeatures);
    const shape = { inputShape: [1, nFeatures], nClasses, seed: 1 };
    const classifier = createClassifier(description, { engine, ...shape });
    await classifier.fit(x, y, { seed: 1, ...options });
    return classifier;
  }

  it.each(cases.map((one) => ({ ...one, kind: one.description.kind })))(
    '$kind of $nFeatures features: inner folds, choice and temperature',
    async ({ description, nFeatures, recalls, C, temperature }) => {
      const classifier = await fitted({ ...description, regularization }, nFeatures);
      const choice = classifier.choice!;
      expect(choice.table.map((tried) => tried.C)).toEqual(regularization);
      choice.table.forEach(({ uar }, i) => expect(uar).toBeCloseTo(recalls[i]!, 9));
      expect(choice.C).toBe(C);
      expect(choice.temperature / temperature).toBeCloseTo(1, 3);
      classifier.dispose();
    },
  );

  // Scores are about 1. Ridge and kernel ridge differ by 2e-5 at the most, what goes down step by step by 2e-4.
  it.each(
    cases.flatMap(({ description, nFeatures, fits }) =>
      fits
        .filter(({ C }) => scoredWith.includes(C))
        .map((fit) => ({ description, kind: description.kind, nFeatures, ...fit })),
    ),
  )('$kind of $nFeatures features, C = $C: scores', async ({ description, nFeatures, C, scores }) => {
    const classifier = await fitted({ ...description, regularization: [C] }, nFeatures);
    const { data } = closedFormExamples(nFeatures).x;
    const nScored = scores.length / nClasses;
    const x = { data: data.subarray(0, nScored * nFeatures), shape: [nScored, 1, nFeatures] };
    const logarithms = centredLogarithms(await classifier.predictProbabilities(x));
    const actual = logarithms.map((value) => value / classifier.choice!.temperature);
    expect(greatestDifference(actual, centredRows(scores))).toBeLessThan(1e-3);
    classifier.dispose();
  });
});
