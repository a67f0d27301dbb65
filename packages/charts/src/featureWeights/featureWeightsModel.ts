import { invalidOption, requireInteger } from '@ser/core';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireEntries } from '../chart/checks.js';
import { ChartError } from '../errors.js';

export interface FeatureWeightsData {
  /** Of shape `[nFeatures, nClasses]`: what one standard deviation of a feature adds to the score of each class. */
  readonly weights: readonly ArrayLike<number>[];
  /** The name of each feature; at least one. */
  readonly names: readonly string[];
  /** The name of each class; at least one. */
  readonly labels: readonly string[];
}

export interface FeatureWeightsOptions extends TitleOption {
  /** Number of features to draw, those with the largest absolute weight for any class; at least 1. @default 20 */
  readonly top?: number;
}

/** A feature and its weight for each class. */
export interface WeightedFeature {
  readonly name: string;
  readonly weights: readonly number[];
}

export interface FeatureWeightsModel extends ChartModel {
  readonly labels: readonly string[];
  /** The drawn features, the largest weight first. */
  readonly features: readonly WeightedFeature[];
}

export function featureWeightsModel(
  data: FeatureWeightsData,
  { top = 20, title = 'Feature weights' }: FeatureWeightsOptions,
): FeatureWeightsModel {
  requireInteger('top', top, { min: 1 });
  checkWeights(data);
  const { weights, names, labels } = data;
  const all = names.map((name, i) => ({ name, weights: Array.from(weights[i]!) }));
  const features = largest(all, top);
  return {
    title,
    description: describe(all, labels),
    rows: features.flatMap((feature) =>
      feature.weights.map((weight, i) => ({ feature: feature.name, class: labels[i]!, weight })),
    ),
    ...{ labels, features },
  };
}

function largest(features: readonly WeightedFeature[], top: number): readonly WeightedFeature[] {
  return features
    .map((feature) => ({ feature, size: Math.max(...feature.weights.map(Math.abs)) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, top)
    .map(({ feature }) => feature);
}

/** The feature with the largest weight for each class. */
function describe(features: readonly WeightedFeature[], labels: readonly string[]): string {
  const bests = labels.map((label, i) => {
    const best = features.reduce((one, other) => (other.weights[i]! > one.weights[i]! ? other : one));
    return `${label} ${best.name} (${formatWeight(best.weights[i]!)})`;
  });
  return `${features.length} features. Largest weight: ${bests.join(', ')}.`;
}

/** About three characters, with a true minus sign. */
export function formatWeight(value: number): string {
  const digits = Math.abs(value) >= 10 ? 0 : Math.abs(value) >= 1 ? 1 : 2;
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return '0';
  return `${value < 0 ? '−' : '+'}${size}`;
}

function checkWeights({ weights, names, labels }: FeatureWeightsData): void {
  requireEntries('names', names);
  requireEntries('labels', labels);
  const odd = weights.find((row) => row.length !== labels.length);
  if (weights.length !== names.length || odd) {
    throw new ChartError(
      'length-mismatch',
      `\`weights\` must have a row for each of the ${names.length} \`names\` and a column for each of the ${labels.length} \`labels\`; got ${weights.length} rows${odd ? `, one of ${odd.length}` : ''}.`,
    );
  }
  const bad = weights.flatMap((row) => Array.from(row)).find((weight) => !Number.isFinite(weight));
  if (bad !== undefined) throw invalidOption('weights', 'finite numbers', bad);
}
