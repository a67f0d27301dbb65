import { linearWeights } from '@ser/classifiers';
import type { FeatureDescription } from '@ser/dsp';
import type { ExtractedClips } from '../../features/extractedClips.js';
import type { Member, Recipe } from '../../recipe/recipe.js';
import { examplesOf } from '../../training/examples.js';
import type { FinalModel } from '../../training/finalModel.js';
import type { Fitted } from '../../training/fit.js';
import type { Explanation, FeatureEffect, FeatureShare } from './explanation.js';
import { functionalOf, groupNames } from './featureFamilies.js';

/** The number of features with separate effects in an explanation. */
const nStrongest = 40;

/**
 * Which features carry each emotion in a linear model: its weights times the deviations of the features over the
 * recordings that it was trained on, and the shares of groups of features in the scores.
 *
 * @throws {SerError} `not-linear`
 */
export async function explain(
  clips: ExtractedClips,
  { rows, fitted }: Pick<FinalModel, 'rows'> & { readonly fitted: Fitted },
  { name, labels, features }: Pick<Recipe, 'name' | 'labels'> & Pick<Member, 'features'>,
): Promise<Explanation> {
  const weights = centered(linearWeights(await fitted.classifier.save()));
  const x = examplesOf(clips, rows, fitted);
  const columns = centeredColumns({ ...x, names: clips.names });
  const effects = effectsOf(columns, weights);
  const shares = sharesOf(columns, weights);
  return {
    recipe: name,
    labels,
    clips: rows.length,
    nFeatures: clips.names.length,
    ...families(clips.names, features, shares),
    features: strongest(effects),
  };
}

/** Weights of a linear classifier, `[nFeatures, nClasses]`. */
interface Weights {
  readonly weights: Float32Array;
  readonly nClasses: number;
}

/** Only differences between classes matter, so the mean over the classes is subtracted from the weights. */
function centered({ weights, nClasses }: Weights): Weights {
  const relative = weights.slice();
  for (let start = 0; start < relative.length; start += nClasses) {
    const row = relative.subarray(start, start + nClasses);
    const mean = row.reduce((sum, weight) => sum + weight, 0) / nClasses;
    for (let k = 0; k < nClasses; k++) row[k]! -= mean;
  }
  return { weights: relative, nClasses };
}

/** Features of some clips minus their means, `[nRows, names.length]`. */
interface Columns {
  readonly data: Float32Array;
  readonly nRows: number;
  readonly names: readonly string[];
}

function centeredColumns({
  data,
  shape,
  names,
}: Pick<Columns, 'data' | 'names'> & { shape: readonly number[] }): Columns {
  const mean = new Float64Array(names.length);
  const nRows = shape[0]!;
  for (let i = 0; i < data.length; i++) mean[i % mean.length]! += data[i]! / nRows;
  return { data: data.map((value, i) => value - mean[i % mean.length]!), nRows, names };
}

function effectsOf(
  { data, nRows, names }: Columns,
  { weights, nClasses }: Weights,
): readonly FeatureEffect[] {
  const squares = new Float64Array(names.length);
  for (let i = 0; i < data.length; i++) squares[i % squares.length]! += data[i]! ** 2;
  return names.map((name, i) => {
    const deviation = Math.sqrt(squares[i]! / nRows);
    return {
      name,
      effects: Array.from({ length: nClasses }, (_, k) => weights[i * nClasses + k]! * deviation),
    };
  });
}

/** The share of each feature in the variance of each score, `[nFeatures, nClasses]`; the shares of a score sum to 1. */
function sharesOf(columns: Columns, { weights, nClasses }: Weights): Float64Array {
  const scores = scoresOf(columns, { weights, nClasses });
  const { data, nRows, names } = columns;
  const covariances = new Float64Array(weights.length);
  const variances = new Float64Array(nClasses);
  for (let row = 0; row < nRows; row++) {
    const own = scores.subarray(row * nClasses, (row + 1) * nClasses);
    for (let k = 0; k < nClasses; k++) variances[k]! += own[k]! ** 2;
    for (let i = 0; i < names.length; i++) {
      const value = data[row * names.length + i]!;
      for (let k = 0; k < nClasses; k++) covariances[i * nClasses + k]! += value * own[k]!;
    }
  }
  return covariances.map((covariance, at) => {
    const variance = variances[at % nClasses]!;
    return variance === 0 ? 0 : (covariance * weights[at]!) / variance; // a constant score has no variance
  });
}

/** `[nRows, nClasses]` */
function scoresOf({ data, nRows, names }: Columns, { weights, nClasses }: Weights): Float64Array {
  const scores = new Float64Array(nRows * nClasses);
  for (let row = 0; row < nRows; row++) {
    for (let i = 0; i < names.length; i++) {
      const value = data[row * names.length + i]!;
      for (let k = 0; k < nClasses; k++) scores[row * nClasses + k]! += value * weights[i * nClasses + k]!;
    }
  }
  return scores;
}

function families(
  names: readonly string[],
  features: FeatureDescription,
  shares: Float64Array,
): Pick<Explanation, 'groups' | 'functionals'> {
  return {
    groups: summed(groupNames(names, features), shares),
    functionals: summed(names.map(functionalOf), shares),
  };
}

/** The total shares of features with the same name, the largest first. */
function summed(families: readonly string[], shares: Float64Array): readonly FeatureShare[] {
  const nClasses = shares.length / families.length;
  const sums = new Map<string, { nFeatures: number; shares: number[] }>();
  families.forEach((name, i) => {
    const sum = sums.get(name) ?? { nFeatures: 0, shares: Array<number>(nClasses).fill(0) };
    sum.nFeatures++;
    for (let k = 0; k < nClasses; k++) sum.shares[k]! += shares[i * nClasses + k]!;
    sums.set(name, sum);
  });
  const total = ({ shares }: FeatureShare) => shares.reduce((sum, share) => sum + share, 0);
  return [...sums].map(([name, sum]) => ({ name, ...sum })).sort((a, b) => total(b) - total(a));
}

function strongest(effects: readonly FeatureEffect[]): readonly FeatureEffect[] {
  const strength = ({ effects }: FeatureEffect) => Math.max(...effects.map(Math.abs));
  return [...effects].sort((a, b) => strength(b) - strength(a)).slice(0, nStrongest);
}
