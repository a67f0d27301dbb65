import type { ChartModel, TitleOption } from '../chart/chart.js';

/** One curve over epochs. */
export interface LearningCurve {
  readonly name: string;
  /** The value after epoch 1, 2, …; a value that is not finite, or beyond ±1e300, leaves a gap. */
  readonly values: ArrayLike<number>;
}

export interface LearningCurvesOptions extends TitleOption {
  /** @default 'epoch' */
  readonly xLabel?: string;
  /** Name of the values, with their unit if they have one. */
  readonly yLabel: string;
}

export interface LearningCurvesModel extends ChartModel {
  readonly curves: readonly LearningCurve[];
  readonly xLabel: string;
  readonly yLabel: string;
}

export function learningCurvesModel(
  curves: readonly LearningCurve[],
  { xLabel = 'epoch', yLabel, title = 'Learning curves' }: LearningCurvesOptions,
): LearningCurvesModel {
  const count = `${curves.length} ${curves.length === 1 ? 'curve' : 'curves'}`;
  return {
    title,
    description: [`${yLabel} by ${xLabel}, ${count}.`, ...curves.map(describeCurve)].join(' '),
    rows: curves.flatMap(({ name, values }) =>
      Array.from(values, (value, i) => ({
        ...{ curve: name, epoch: i + 1, value: isDrawable(value) ? value : null },
      })),
    ),
    ...{ curves, xLabel, yLabel },
  };
}

function describeCurve({ name, values }: LearningCurve): string {
  const drawn = Array.from(values).filter(isDrawable);
  if (drawn.length === 0) return `${name}: no values.`;
  const [first, last, low, high] = [drawn[0]!, drawn.at(-1)!, Math.min(...drawn), Math.max(...drawn)].map(
    (value) => String(Number(value.toPrecision(3))),
  );
  return `${name}: from ${first} to ${last}, lowest ${low}, highest ${high}.`;
}

/** Whether a value can be drawn; differences of such values are finite too. */
export function isDrawable(value: number | undefined): value is number {
  return value !== undefined && Math.abs(value) <= 1e300;
}

/** Epochs of drawable values, split at gaps. */
export function drawableRuns(values: ArrayLike<number>): number[][] {
  const runs: number[][] = [];
  for (let i = 0; i < values.length; i++) {
    if (!isDrawable(values[i])) continue;
    if (i > 0 && isDrawable(values[i - 1])) runs.at(-1)!.push(i + 1);
    else runs.push([i + 1]);
  }
  return runs;
}
