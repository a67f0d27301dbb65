import { requireNumber } from '@ser/core';
import type { ChartModel, TitleOption } from '../chart/chart.js';
import { requireEntries } from '../chart/checks.js';

/** A place in the plane, such as valence and arousal. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

/** A group of items, such as the clips of one emotion: where they are, and where they were predicted. */
export interface PlaneGroup {
  readonly name: string;
  /** Mean of the actual places. */
  readonly actual: PlanePoint;
  /** Mean of the predicted places. */
  readonly predicted: PlanePoint;
}

export interface PlaneData {
  /** At least one. */
  readonly groups: readonly PlaneGroup[];
  /** Predicted places of single items, drawn faintly. @default none */
  readonly items?: readonly PlanePoint[];
}

export interface PlaneOptions extends TitleOption {
  readonly xLabel: string;
  readonly yLabel: string;
  /** The ends of the horizontal axis. It is widened to contain all points. */
  readonly xRange: readonly [low: number, high: number];
  /** The ends of the vertical axis. It is widened to contain all points. */
  readonly yRange: readonly [low: number, high: number];
}

export interface PlaneModel extends ChartModel, Required<PlaneData> {
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xRange: readonly [low: number, high: number];
  readonly yRange: readonly [low: number, high: number];
}

export function planeModel({ groups, items = [] }: PlaneData, options: PlaneOptions): PlaneModel {
  const { xLabel, yLabel, title = `${yLabel} by ${xLabel}` } = options;
  requireEntries('groups', groups);
  const points = [...groups.flatMap(({ actual, predicted }) => [actual, predicted]), ...items];
  points.forEach(({ x, y }) => {
    requireNumber('x', x);
    requireNumber('y', y);
  });
  const sentences = groups.map(({ name, actual, predicted }) => {
    return `${name}: actual ${placeText(actual)}, predicted ${placeText(predicted)}.`;
  });
  return {
    title,
    description: `Mean ${xLabel} and ${yLabel}. ${sentences.join(' ')}`,
    rows: groups.map(({ name, actual, predicted }) => ({
      group: name,
      [`actual ${xLabel}`]: actual.x,
      [`actual ${yLabel}`]: actual.y,
      [`predicted ${xLabel}`]: predicted.x,
      [`predicted ${yLabel}`]: predicted.y,
    })),
    ...{ groups, items, xLabel, yLabel },
    xRange: widened(
      'xRange',
      options.xRange,
      points.map(({ x }) => x),
    ),
    yRange: widened(
      'yRange',
      options.yRange,
      points.map(({ y }) => y),
    ),
  };
}

export function placeText({ x, y }: PlanePoint): string {
  return `${x.toFixed(2)} and ${y.toFixed(2)}`;
}

function widened(
  name: string,
  [low, high]: readonly [number, number],
  values: readonly number[],
): readonly [number, number] {
  requireNumber(`${name}[0]`, low);
  requireNumber(`${name}[1]`, high, { above: low });
  let [least, most] = [low, high];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}
