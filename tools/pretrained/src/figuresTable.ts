import type { ModelFigure } from '@ser/pretrained';
import { percent, table } from './markdown.js';

/** The different protocols of some figures, in their order. */
export function protocolsOf(figures: readonly ModelFigure[]): readonly string[] {
  return [...new Set(figures.map(({ protocol }) => protocol))];
}

/** The figures of a protocol: a row for each corpus and choice of labels, a column for each number of clips. */
export function figuresTable(figures: readonly ModelFigure[], protocol: string): string {
  const own = figures.filter((figure) => figure.protocol === protocol);
  const clips = [...new Set(own.map((figure) => figure.clips))];
  const rows = new Map<string, Map<ModelFigure['clips'], ModelFigure>>();
  for (const figure of own) {
    const key = [figure.corpus, figure.choice].join();
    const row = rows.get(key) ?? new Map<ModelFigure['clips'], ModelFigure>();
    rows.set(key, row.set(figure.clips, figure));
  }
  return table(
    ['corpus', 'labels', 'chance', ...clips.map(columnName)],
    [...rows.values()].map((row) => {
      const { corpus, choice, chance } = row.values().next().value!;
      return [corpus, choiceNames[choice], percent(chance), ...clips.map((n) => figureText(row.get(n)))];
    }),
  );
}

const choiceNames = { all: 'all', tested: 'its own', four: 'four' } as const;

function columnName(clips: ModelFigure['clips']): string {
  return clips === 1 ? '1 clip' : `${clips} clips`;
}

function figureText(figure: ModelFigure | undefined): string {
  if (figure === undefined) return '–';
  const { uar, interval } = figure;
  return interval ? `${percent(uar)} (${percent(interval.low)}–${percent(interval.high)})` : percent(uar);
}
