import { join } from 'node:path';
import type { RunResult } from '@ser/experiments';
import { duration } from './figures.js';
import { scoresText } from './scoresText.js';
import { table } from './table.js';

/** Where a run has left its results, as they were typed and not as they were resolved. */
export interface RunPlaces {
  readonly out: string;
  readonly report: string;
  readonly model: string | null;
}

/** @param out the run folder as it was typed */
export function runPlaces(out: string, { modelFolder }: RunResult): RunPlaces {
  return {
    out,
    report: join(out, 'report.html'),
    model: modelFolder === undefined ? null : join(out, 'model'),
  };
}

/** The end of a training for people: figures, what they are worth, and where everything lies. */
export function runSummary(places: RunPlaces, { recipe, metrics }: RunResult): string {
  const { seconds, seed, engine } = metrics;
  const rows = [
    ['report', places.report],
    ...(places.model === null ? [] : [['model', `${places.model}  (${modelNote(metrics)})`]]),
    ['time', `${duration(seconds.total)}, of which training ${duration(seconds.train)} on ${engine}`],
    ['seed', String(seed)],
  ];
  return `\n${recipe.name}: ${recipe.title}\n${scoresText(metrics)}\n${table(rows, ['left', 'left'])}`;
}

function modelNote({ model, synthetic }: RunResult['metrics']): string {
  if (model === null) return '';
  const clips = `${model.clips} clips of ${model.speakers.length} ${synthetic ? 'synthetic voices' : 'speakers'}`;
  return model.refitted
    ? `trained anew on all ${clips}; the figures above come from the folds`
    : `the one that was tested, trained on ${clips}`;
}
