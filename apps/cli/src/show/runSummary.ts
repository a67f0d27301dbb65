import { join } from 'node:path';
import type { RunMetrics, RunResult } from '@ser/experiments';
import { duration, percent } from './figures.js';
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

/**
 * The end of a training for people: figures, what they are worth, and where everything lies.
 *
 * @param gap what the difference to the figure of the source's split means, where that was run
 */
export function runSummary(places: RunPlaces, { recipe, metrics }: RunResult, gap?: string): string {
  const { seconds, seed, engine } = metrics;
  const rows = [
    ['report', places.report],
    ...(places.model === null ? [] : [['model', `${places.model}  (${modelNote(metrics)})`]]),
    ['time', `${duration(seconds.total)}, of which training ${duration(seconds.train)} on ${engine}`],
    ['seed', String(seed)],
  ];
  const scores = scoresText(metrics) + sourceText(metrics, gap);
  return `\n${recipe.name}: ${recipe.title}\n${scores}\n${table(rows, ['left', 'left'])}`;
}

/** The figure under the split of the source, right below that of the run. */
function sourceText({ source }: RunMetrics, gap = ''): string {
  if (source === undefined) return '';
  const { pooled, speakerIndependent, protocol } = source;
  const worth = speakerIndependent ? 'speaker-independent' : 'SPEAKER-DEPENDENT';
  return (
    `\nby the split of the source: UAR ${percent(pooled.uar)}, accuracy ${percent(pooled.accuracy)}, ${worth}\n` +
    `protocol: ${protocol}\n${gap}\n`
  );
}

function modelNote({ model, synthetic }: RunResult['metrics']): string {
  if (model === null) return '';
  const clips = `${model.clips} clips of ${model.speakers.length} ${synthetic ? 'synthetic voices' : 'speakers'}`;
  return model.refitted
    ? `trained anew on ${clips}; the figures above come from the folds`
    : `the one that was tested; it has learnt from ${clips}`;
}
