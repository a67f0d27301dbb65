import { join } from 'node:path';
import type { TuningMetrics } from '@ser/experiments';
import { duration, percent } from './figures.js';
import { table } from './table.js';

/** Where a search wrote its results, as typed and not as resolved. */
export interface TunePlaces {
  readonly out: string;
  readonly report: string;
  readonly recipe: string;
  readonly model: string;
}

/** @param out the folder of the search as it was typed */
export function tunePlaces(out: string): TunePlaces {
  return {
    out,
    report: join(out, 'tuning.html'),
    recipe: join(out, 'best-recipe.json'),
    model: join(out, 'best', 'model'),
  };
}

/** The summary of a search as text: the best recipe, its result on unseen speakers, and where the files are. */
export function tuneSummary(places: TunePlaces, tuning: TuningMetrics): string {
  const { recipe, title, best, trials, test, seconds } = tuning;
  const before = trials[0]!.values;
  const values = Object.entries(best.values).map(([pointer, value]) => [
    pointer,
    JSON.stringify(value),
    `recipe: ${JSON.stringify(before[pointer])}`,
  ]);
  const rows = [
    ['report', places.report],
    ['recipe', places.recipe],
    ['model', places.model],
    ['time', `all trials ${duration(seconds.trials)}, best recipe ${duration(seconds.best)}`],
  ];
  return (
    `\n${recipe}: ${title}\n` +
    `best of ${trials.length} trials: trial ${best.trial}\n${table(values, ['left', 'left', 'left'])}\n` +
    `${scoreTable(tuning)}\nprotocol: ${test.protocol}\n` +
    (test.synthetic ? 'generated voices: these results say nothing about human speech\n' : '') +
    `\n${table(rows, ['left', 'left'])}`
  );
}

function scoreTable({ best, test, speakers }: TuningMetrics): string {
  const { pooled, interval, chance } = test;
  const confidence =
    interval === null ? '' : `, 95% interval ${(100 * interval.low).toFixed(1)} to ${percent(interval.high)}`;
  return table(
    [
      [
        'UAR on test speakers',
        percent(pooled.uar),
        `${count(speakers.test)} that the search did not use${confidence}`,
      ],
      [
        'UAR on validation speakers',
        percent(best.scores.uar),
        `${count(speakers.validation)} that selected the trial`,
      ],
      ['chance', percent(chance), ''],
    ],
    ['left', 'right', 'left'],
  );
}

function count(speakers: readonly string[]): string {
  return `${speakers.length} speaker${speakers.length === 1 ? '' : 's'}`;
}
