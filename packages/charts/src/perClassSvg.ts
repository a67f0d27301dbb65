import type { ClassScores } from '@ser/metrics';
import { checkShare } from './drawing/checkShares.js';
import { type WidthOption, checkWidth } from './drawing/checkWidth.js';
import { figure } from './drawing/figure.js';
import { formatShare } from './drawing/formatShare.js';
import { type ShareBar, shareBars } from './drawing/shareBars.js';
import { ChartError } from './errors.js';

export interface PerClassSvgOptions extends WidthOption {
  /** One row for each class, as `perClass` gives; a figure that is NaN is named as such. */
  readonly scores: readonly ClassScores[];
  /** The name of each class, in the order of `scores`. */
  readonly labels: readonly string[];
  /**
   * Which figure the bars show.
   *
   * @default 'recall'
   */
  readonly measure?: 'recall' | 'precision' | 'f1';
  /**
   * Chance level in `[0, 1]`, drawn as a dashed line.
   *
   * @default no line
   */
  readonly chance?: number;
  /** @default the measure and 'by class' */
  readonly title?: string;
}

/**
 * One horizontal bar for each class, with its value and how many items it rests on.
 *
 * @returns SVG markup with a text alternative, all text escaped, for light and dark pages
 * @throws {SerError} `length-mismatch` when scores and labels disagree; `invalid-option` for `chance`, `width`
 *
 * @example
 * perClassSvg({ scores: perClass(outcome), labels, chance: chanceUar(outcome) });
 */
export function perClassSvg(options: PerClassSvgOptions): string {
  const { chance } = checkPerClass(options);
  const width = checkWidth(options);
  const levels = chance === undefined ? [] : [{ name: 'chance', value: chance }];
  return figure({
    width,
    ...shareBars(barsOf(options), levels, width),
    title: titlePerClass(options),
    description: describePerClass(options),
  });
}

export const measureNames = { recall: 'Recall', precision: 'Precision', f1: 'F1' } as const;

export function titlePerClass({ title, measure = 'recall' }: PerClassSvgOptions): string {
  return title ?? `${measureNames[measure]} by class`;
}

function barsOf({ scores, labels, measure = 'recall' }: PerClassSvgOptions): ShareBar[] {
  return scores.map((row, i) => {
    const name = labels[i]!;
    const value = row[measure];
    const hint = `${name}: ${textOf(row, measure)}`;
    if (row.support === 0) return { name, value: undefined, note: 'no items', hint };
    if (Number.isNaN(value)) return { name, value: undefined, note: 'not defined', hint };
    return { name, value, note: `n = ${row.support}`, hint };
  });
}

function textOf(row: ClassScores, measure: keyof typeof measureNames): string {
  if (row.support === 0) return 'no items';
  return Number.isNaN(row[measure])
    ? `not defined, of ${row.support}`
    : `${formatShare(row[measure])} of ${row.support}`;
}

/** The bars in words. */
export function describePerClass({ scores, labels, measure = 'recall', chance }: PerClassSvgOptions): string {
  const said = scores.map((row, i) => `${labels[i]!} ${textOf(row, measure)}`);
  const level = chance === undefined ? '' : ` Chance is ${formatShare(chance)}.`;
  return `${measureNames[measure]}: ${said.join(', ')}.${level}`;
}

export function checkPerClass(options: PerClassSvgOptions): PerClassSvgOptions {
  const { scores, labels, chance } = options;
  if (labels.length === 0 || scores.length !== labels.length) {
    throw new ChartError(
      'length-mismatch',
      `\`scores\` must have a row for each of the \`labels\` (at least 1), got ${scores.length} and ${labels.length}.`,
    );
  }
  checkShare('chance', chance);
  return options;
}
