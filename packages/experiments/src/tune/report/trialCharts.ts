import { type Chart, scatterChart, type ScatterPoint, type ScatterScale } from '@ser/charts';
import { counted } from '../../formatText.js';
import type { SearchParameter } from '../../recipe/searchSpace.js';
import type { TrialSummary, TuningMetrics } from '../tuningMetrics.js';
import { lastScored, metricName } from './trialTable.js';
import { shortNames, valueText } from './valueText.js';

/** One scatter chart for each hyperparameter: the score of each trial by its value. */
export function trialCharts({ trials, parameters, metric, best }: TuningMetrics): readonly Chart[] {
  const names = shortNames(Object.keys(parameters));
  const yLabel = metricName(metric);
  const tried = trials.filter(({ rungs }) => rungs.length > 0);
  return Object.entries(parameters).map(([pointer, parameter]) => {
    const points = tried.map((one): ScatterPoint => {
      const value = one.values[pointer];
      const x = parameter.kind === 'choice' ? valueText(value) : Number(value);
      return { ...pointOf(one, metric, maxEpochs(trials)), x, isBest: one.trial === best.trial };
    });
    return scatterChart(points, {
      xLabel: names[pointer]!,
      xScale: scaleOf(parameter),
      yLabel,
      unit: 'trials',
    });
  });
}

/** The longest training of any trial, in epochs. */
export function maxEpochs(trials: readonly TrialSummary[]): number {
  return Math.max(...trials.flatMap(({ rungs }) => rungs.map(({ epochs }) => epochs)));
}

function pointOf(summary: TrialSummary, metric: TuningMetrics['metric'], longest: number) {
  const { epochs, scores } = lastScored(summary) ?? summary.rungs[0]!;
  return {
    y: scores?.[metric],
    name: `trial ${summary.trial}`,
    isHollow: epochs < longest,
    ...(scores && { note: `after ${counted(epochs, 'epoch')}` }),
  };
}

function scaleOf(parameter: SearchParameter): ScatterScale {
  if (parameter.kind === 'choice') return { kind: 'category', values: parameter.values.map(valueText) };
  const { kind, low, high } = parameter;
  return { kind, low, high };
}
