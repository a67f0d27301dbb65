import { html } from '../../report/html.js';
import type { Content, Html } from '../../report/html.js';
import { numeric, table } from '../../report/tables.js';
import { duration, percentFigure } from '../../words.js';
import type { TrialSummary, TuningMetrics } from '../tuningMetrics.js';
import { shortNames, valueText } from './valueText.js';

/** All trials, the longest trained first and of these the best; what could not be trained comes last. */
export function trialTable(tuning: TuningMetrics): Html {
  const { parameters, metric, trials, best } = tuning;
  const names = shortNames(Object.keys(parameters));
  return table(
    [
      { name: 'Trial' },
      ...[`${metricName(metric)} %`, 'Epochs'].map(numeric),
      ...Object.values(names).map((name) => ({ name })),
      numeric('Time'),
    ],
    [...trials]
      .sort(byStanding(metric))
      .map((trial) => [
        trialName(trial, best.trial),
        ...figuresOf(trial, metric),
        ...Object.keys(parameters).map((pointer) => valueText(trial.values[pointer])),
        duration(trial.rungs.reduce((sum, { seconds }) => sum + seconds, 0)),
      ]),
  );
}

/** Names of the figures that trials are ranked by, for people. */
export function metricName(metric: TuningMetrics['metric']): string {
  return { uar: 'UAR', accuracy: 'Accuracy', macroF1: 'Macro F1' }[metric];
}

/** The highest rung at which the trial has scores. */
export function lastScored({ rungs }: TrialSummary): TrialSummary['rungs'][number] | undefined {
  return rungs.filter(({ scores }) => scores).at(-1);
}

function byStanding(metric: TuningMetrics['metric']) {
  const standing = (trial: TrialSummary) => lastScored(trial) ?? { epochs: 0, scores: undefined };
  return (one: TrialSummary, other: TrialSummary): number => {
    const [a, b] = [standing(one), standing(other)];
    return (
      b.epochs - a.epochs || (b.scores?.[metric] ?? 0) - (a.scores?.[metric] ?? 0) || one.trial - other.trial
    );
  };
}

function trialName({ trial }: TrialSummary, best: number): Content {
  const asItStands = trial === 1 ? ', as it stands' : '';
  return trial === best ? html`<strong>${trial}, best${asItStands}</strong>` : `${trial}${asItStands}`;
}

function figuresOf(trial: TrialSummary, metric: TuningMetrics['metric']): readonly Content[] {
  const scored = lastScored(trial);
  if (scored !== undefined) return [percentFigure(scored.scores![metric]), scored.epochs];
  const failure = trial.rungs.find((rung) => rung.failure)?.failure;
  return failure === undefined
    ? ['not trained', '']
    : [html`<abbr title="${failure.message}">${failure.code}</abbr>`, ''];
}
