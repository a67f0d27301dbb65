import { median } from '../median.js';
import type { SystemTimes } from './works.js';

/** One work: our times and those of its rivals, round by round. */
export interface TableRow {
  readonly title: string;
  readonly unit: 's' | 'ms';
  /** The ratio to the first rival that is to be reached. */
  readonly goal?: number | undefined;
  readonly ours: readonly number[];
  readonly rivals: ReadonlyMap<string, readonly number[]>;
}

/** The head of the table. */
export const tableHead = ['work', 'ours', 'rival', 'its time', 'ours / rival', 'goal'] as const;

/** The cells of a row: one line for each rival, with medians of all rounds, and of the ratios of each round. */
export function rowCells({ title, unit, goal, ours, rivals }: TableRow): readonly (readonly string[])[] {
  if (ours.length === 0) return [];
  const goalText = goal === undefined ? '' : `≤ ${goal}`;
  const own = `${timeText(median(ours))} ${unit}`;
  const lines = [...rivals].map(([what, times], i) => {
    const ratios = times.map((time, round) => ours[round]! / time);
    const isFirst = i === 0;
    return [
      isFirst ? title : '',
      isFirst ? own : '',
      what,
      `${timeText(median(times))} ${unit}`,
      median(ratios).toFixed(2),
      isFirst ? goalText : '',
    ];
  });
  if (lines.length > 0) return lines;
  return [[title, own, goal === undefined ? 'none does the same' : 'not installed', '', '', goalText]];
}

function timeText(time: number): string {
  return time >= 100 ? time.toFixed(0) : time.toPrecision(3);
}

/** The times of a work of all systems that measured it, round by round. */
export function timesOf(rounds: readonly (readonly SystemTimes[])[], key: string): Map<string, number[]> {
  const times = new Map<string, number[]>();
  for (const { what, ms } of rounds.flat()) {
    const time = ms[key];
    if (time !== undefined) times.set(what, [...(times.get(what) ?? []), time]);
  }
  return times;
}
