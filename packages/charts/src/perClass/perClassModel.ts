import type { ClassScores } from '@ser/metrics';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireShare } from '../chart/checks.js';
import { formatShare } from '../drawing/formatShare.js';
import type { ShareBar } from '../drawing/shareBars.js';
import { ChartError } from '../errors.js';

export interface PerClassData {
  /** One row for each class, as from `perClass` of `@ser/metrics`; a score may be NaN. */
  readonly scores: readonly ClassScores[];
  /** The name of each class, in the order of `scores`. */
  readonly labels: readonly string[];
}

export interface PerClassOptions extends TitleOption {
  /**
   * The score that the bars show.
   *
   * @default 'recall'
   */
  readonly measure?: PerClassMeasure;
  /**
   * Chance level in `[0, 1]`, drawn as a dashed line.
   *
   * @default no line
   */
  readonly chance?: number;
}

export type PerClassMeasure = 'recall' | 'precision' | 'f1';

export interface PerClassModel extends ChartModel {
  readonly bars: readonly ShareBar[];
  readonly measure: PerClassMeasure;
  /** The name of the measure as a heading. */
  readonly measureName: string;
  readonly chance: number | undefined;
}

const measureNames = { recall: 'Recall', precision: 'Precision', f1: 'F1' } as const;

export function perClassModel(
  { scores, labels }: PerClassData,
  { measure = 'recall', chance, title }: PerClassOptions,
): PerClassModel {
  if (labels.length === 0 || scores.length !== labels.length) {
    throw new ChartError(
      'length-mismatch',
      `\`scores\` must have a row for each of the \`labels\` (at least 1); got ${scores.length} rows and ${labels.length} labels.`,
    );
  }
  requireShare('chance', chance);
  const measureName = measureNames[measure];
  const bars = scores.map((row, i) => barOf(row, labels[i]!, measure));
  const level = chance === undefined ? '' : ` Chance is ${formatShare(chance)}.`;
  return {
    title: title ?? `${measureName} by class`,
    description: `${measureName}: ${scores.map((row, i) => `${labels[i]!} ${textOf(row, measure)}`).join(', ')}.${level}`,
    rows: bars.map(({ name, value = null }, i) => ({
      class: name,
      [measure]: value,
      items: scores[i]!.support,
    })),
    ...{ bars, measure, measureName, chance },
  };
}

function barOf(row: ClassScores, name: string, measure: PerClassMeasure): ShareBar {
  const value = row[measure];
  const hint = `${name}: ${textOf(row, measure)}`;
  if (row.support === 0) return { name, value: undefined, note: 'no items', hint };
  if (Number.isNaN(value)) return { name, value: undefined, note: 'not defined', hint };
  return { name, value, note: `n = ${row.support}`, hint };
}

function textOf(row: ClassScores, measure: PerClassMeasure): string {
  if (row.support === 0) return 'no items';
  const value = Number.isNaN(row[measure]) ? 'not defined,' : formatShare(row[measure]);
  return `${value} of ${row.support}`;
}
