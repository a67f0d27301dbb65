import { describe, expect, it } from 'vitest';
import type { TrainableClassifier } from '../../src/classifier/classifier.js';
import type { ClassifierDescription } from '../../src/description/classifierDescription.js';
import { createClassifier } from '../../src/fit/createClassifier.js';
import { groupedExamples, scikitLearnRecord } from '../groupedExamples.js';

const { scikitLearn, nClasses, regularization, cases } = scikitLearnRecord;

/** Each row minus its mean. Logarithms of probabilities are then the scores times the temperature. */
function centeredRows(values: ArrayLike<number>): Float64Array {
  const rows = Float64Array.from(values);
  for (let start = 0; start < rows.length; start += nClasses) {
    const row = rows.subarray(start, start + nClasses);
    const mean = row.reduce((sum, value) => sum + value, 0) / nClasses;
    row.forEach((value, i) => (row[i] = value - mean));
  }
  return rows;
}

async function fitted(description: ClassifierDescription, nFeatures: number): Promise<TrainableClassifier> {
  const { x, y, ...options } = groupedExamples(nFeatures);
  const classifier = createClassifier(description, { inputShape: [1, nFeatures], nClasses });
  await classifier.fit(x, y, options);
  return classifier;
}

describe(`classifiers equal those of scikit-learn ${scikitLearn}`, () => {
  it.each(cases.map((one) => ({ ...one, kind: one.description.kind })))(
    '$kind with $nFeatures features: inner folds, settings, and temperature',
    async ({ description, nFeatures, recalls, C, temperature }) => {
      const { choice } = await fitted({ ...description, regularization }, nFeatures);
      expect(choice!.table.map((tried) => tried.C)).toEqual(regularization);
      choice!.table.forEach(({ uar }, i) => expect(uar).toBeCloseTo(recalls[i]!, 9));
      expect(choice!.C).toBe(C);
      expect(choice!.temperature / temperature).toBeCloseTo(1, 3);
    },
  );

  // Scores are about 1. Ridge and kernel ridge differ by at most 2e-5, iterative solvers by at most 2e-4.
  it.each(
    cases.flatMap(({ description, nFeatures, fits }) =>
      fits.map((fit) => ({ description, kind: description.kind, nFeatures, ...fit })),
    ),
  )('$kind with $nFeatures features, C = $C: scores', async ({ description, nFeatures, C, scores }) => {
    const classifier = await fitted({ ...description, regularization: [C] }, nFeatures);
    const nScored = scores.length / nClasses;
    const data = groupedExamples(nFeatures).x.data.subarray(0, nScored * nFeatures);
    const probabilities = await classifier.predictProbabilities({ data, shape: [nScored, 1, nFeatures] });
    const actual = centeredRows(Float64Array.from(probabilities, Math.log));
    const expected = centeredRows(scores);
    const { temperature } = classifier.choice!;
    actual.forEach((value, i) => expect(Math.abs(value / temperature - expected[i]!)).toBeLessThan(1e-3));
  });
});
