import { percent } from '../formatText.js';
import type { Measures } from '../measures/runMetrics.js';
import { html, type Html } from './html.js';

/** The main scores, each with an explanation. */
export function keyScores({ pooled, mean, interval, chance }: Measures, nFolds: number): Html {
  const between = interval && `${percent(interval.low)} to ${percent(interval.high)}`;
  return html`<dl class="key">
    ${card('UAR, all test clips', pooled.uar, between ? `95% interval ${between}` : 'one speaker: no interval')}
    ${nFolds > 1 && card('UAR, mean of folds', mean.uar, `over ${nFolds} folds`)}
    ${card('Chance level', chance, 'UAR of random guessing')}
    ${card('Accuracy', pooled.accuracy, 'share of clips recognized correctly')}
    ${card('Macro F1', pooled.macroF1, 'mean F1 of the emotions')}
  </dl>`;
}

function card(name: string, value: number, what: string): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${percent(value)} <small>${what}</small></dd>
  </div>`;
}
