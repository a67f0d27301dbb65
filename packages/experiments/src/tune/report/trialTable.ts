import { duration, percentNumber } from '../../formatText.js';
import { html, type Content, type Html } from '../../report/html.js';
import { numeric, table } from '../../report/tables.js';
import type { TrialSummary, TuningMetrics } from '../tuningMetrics.js';
import { shortNames, valueText } from './valueText.js';

/** All trials, ordered by epochs and score; trials that could not be trained are last. */
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
        ...scoreCells(trial, metric),
        ...Object.keys(parameters).map((pointer) => valueText(trial.values[pointer])),
        duration(trial.rungs.reduce((sum, { seconds }) => sum + seconds, 0)),
      ]),
  );
}

/** Names of the scores that rank trials, for people. */
export function metricName(metric: TuningMetrics['metric']): string {
  return { uar: 'UAR', accuracy: 'Accuracy', macroF1: 'Macro F1' }[metric];
}

/** The highest rung with scores of the trial. */
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
  const unchanged = trial === 1 ? ', the recipe' : '';
  return trial === best ? html`<strong>${trial}, best${unchanged}</strong>` : `${trial}${unchanged}`;
}

function scoreCells(trial: TrialSummary, metric: TuningMetrics['metric']): readonly Content[] {
  const scored = lastScored(trial);
  if (scored !== undefined) return [percentNumber(scored.scores![metric]), scored.epochs];
  const failure = trial.rungs.find((rung) => rung.failure)?.failure;
  return failure === undefined
    ? ['not trained', '']
    : [html`<abbr title="${failure.message}">${failure.code}</abbr>`, ''];
}
