import { join } from 'node:path';
import type { RunMetrics, RunResult } from '@ser/experiments';
import { duration, percent } from './figures.js';
import { scoresText } from './scoresText.js';
import { table } from './table.js';

/** Where a run wrote its results, as typed and not as resolved. */
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

/** The summary of a training as text: metrics, what they mean, and where the files are. */
export function runSummary(places: RunPlaces, { recipe, metrics }: RunResult): string {
  const { seconds, seed, engine } = metrics;
  const rows = [
    ['report', places.report],
    ...(places.model === null ? [] : [['model', `${places.model}  (${modelNote(metrics)})`]]),
    ['time', `${duration(seconds.total)}, of which training ${duration(seconds.train)} on ${engine}`],
    ['seed', String(seed)],
  ];
  const scores = scoresText(metrics) + sourceText(metrics);
  return `\n${recipe.name}: ${recipe.title}\n${scores}\n${table(rows, ['left', 'left'])}`;
}

/** The result on the source's split, directly below the run's. */
function sourceText({ source }: RunMetrics): string {
  if (source === undefined) return '';
  const { pooled, speakerIndependent, protocol, gap } = source;
  const dependence = speakerIndependent ? 'speaker-independent' : 'SPEAKER-DEPENDENT';
  return (
    `\non the source's split: UAR ${percent(pooled.uar)}, accuracy ${percent(pooled.accuracy)}, ${dependence}\n` +
    `protocol: ${protocol}\n${gap}\n`
  );
}

function modelNote({ model, synthetic }: RunResult['metrics']): string {
  if (model === null) return '';
  const voices = synthetic ? 'generated voices' : 'speakers';
  const whose = model.speakers.length === 0 ? `unknown ${voices}` : `${model.speakers.length} ${voices}`;
  const clips = `${model.clips} clips of ${whose}`;
  return model.refitted
    ? `retrained on ${clips}; the results above come from the folds`
    : `the tested model; trained on ${clips}`;
}
