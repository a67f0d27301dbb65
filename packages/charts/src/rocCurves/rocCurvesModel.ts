import type { RocCurve } from '@ser/metrics';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireEntries, requireShare } from '../chart/checks.js';
import { type Point, thinLine } from '../drawing/thinLine.js';
import { ChartError } from '../errors.js';

/** The ROC curve of one class against the rest, as from `rocCurve` of `@ser/metrics`; its rates may be NaN. */
export interface NamedRocCurve extends Pick<RocCurve, 'falsePositiveRates' | 'truePositiveRates'> {
  readonly name: string;
  /** Area under the curve, in `[0, 1]`; NaN if the rates are. @default not shown */
  readonly area?: number;
}

/** One small plot. */
export interface RocPanel {
  readonly name: string;
  /** The area as text; empty if there is none. */
  readonly area: string;
  /** Name and area in words. */
  readonly text: string;
  /** The points of the curve; none if its rates are NaN. */
  readonly points: readonly Point[];
}

export interface RocCurvesModel extends ChartModel {
  readonly panels: readonly RocPanel[];
}

/** The rows of a chart are simplified within this distance. */
const tolerance = 0.002;

export function rocCurvesModel(
  curves: readonly NamedRocCurve[],
  { title = 'ROC curves, each class against the rest' }: TitleOption,
): RocCurvesModel {
  requireEntries('curves', curves);
  const panels = curves.map(panelOf);
  return {
    title,
    description: `Area under the ROC curve, 0.5 by guessing: ${panels.map(({ text }) => text).join(', ')}.`,
    rows: panels.flatMap(({ name, points }) =>
      thinLine(points, tolerance).map(([falsePositives, truePositives]) => ({
        class: name,
        'false positive rate': round(falsePositives),
        'true positive rate': round(truePositives),
      })),
    ),
    panels,
  };
}

function panelOf({ name, falsePositiveRates, truePositiveRates, area }: NamedRocCurve): RocPanel {
  if (!Number.isNaN(area)) requireShare('area', area);
  const [nFalse, nTrue] = [falsePositiveRates.length, truePositiveRates.length];
  if (nFalse !== nTrue) {
    throw new ChartError(
      'length-mismatch',
      `The curve of ${name} must have as many false as true positive rates; got ${nFalse} and ${nTrue}.`,
    );
  }
  const isDefined = nFalse > 0 && [...falsePositiveRates, ...truePositiveRates].every(Number.isFinite);
  const points = isDefined ? falsePositiveRates.map((rate, i): Point => [rate, truePositiveRates[i]!]) : [];
  const shown = area === undefined || Number.isNaN(area) ? '' : areaText(area);
  return { name, area: shown, text: isDefined ? `${name} ${shown}`.trimEnd() : `${name} no items`, points };
}

/** Two decimals; only an area of 1 gives 1.00. */
function areaText(area: number): string {
  const text = area.toFixed(2);
  return text === '1.00' && area < 1 ? '>0.99' : text;
}

function round(share: number): number {
  return Math.round(share * 1e4) / 1e4;
}
