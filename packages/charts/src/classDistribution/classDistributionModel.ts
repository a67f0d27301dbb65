import { invalidOption } from '@ser/core';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireEntries } from '../chart/checks.js';
import { ChartError } from '../errors.js';

/** The number of items of each class in one series, such as the training clips or one corpus. */
export interface ClassCounts {
  readonly name: string;
  /** In the order of the labels; at least 0. */
  readonly counts: readonly number[];
}

export interface ClassDistributionData {
  /** The name of each class; at least one. */
  readonly labels: readonly string[];
  /** One to six; drawn below each other in each class. */
  readonly series: readonly ClassCounts[];
}

export interface ClassDistributionOptions extends TitleOption {
  /** What is counted. @default 'items' */
  readonly unit?: string;
}

export interface ClassDistributionModel extends ChartModel, ClassDistributionData {
  readonly unit: string;
  /** The sum of the counts of each series. */
  readonly totals: readonly number[];
}

export function classDistributionModel(
  { labels, series }: ClassDistributionData,
  { unit = 'items', title = 'Items of each class' }: ClassDistributionOptions,
): ClassDistributionModel {
  checkCounts(labels, series);
  const totals = series.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const sentences = series.map(({ name, counts }, i) => {
    const classes = labels.map((label, j) => `${label} ${counts[j]!}`).join(', ');
    return `${name}: ${totals[i]!} ${unit}, ${classes}.`;
  });
  return {
    title,
    description: sentences.join(' '),
    rows: labels.flatMap((label, i) =>
      series.map(({ name, counts }) => ({ class: label, series: name, [unit]: counts[i]! })),
    ),
    ...{ labels, series, unit, totals },
  };
}

function checkCounts(labels: readonly string[], series: readonly ClassCounts[]): void {
  requireEntries('labels', labels);
  requireEntries('series', series);
  const odd = series.find(({ counts }) => counts.length !== labels.length);
  if (odd) {
    throw new ChartError(
      'length-mismatch',
      `\`counts\` of ${odd.name} must have one entry for each of the ${labels.length} \`labels\`; got ${odd.counts.length}.`,
    );
  }
  const bad = series.flatMap(({ counts }) => counts).find((count) => !(count >= 0 && Number.isFinite(count)));
  if (bad !== undefined) throw invalidOption('counts', 'numbers of at least 0', bad);
  if (series.length > 6) throw invalidOption('series', 'at most 6 series', series.length);
}
