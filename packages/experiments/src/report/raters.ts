import { counted, percent, percentNumber } from '../formatText.js';
import type { RunMetrics } from '../measures/runMetrics.js';
import { html, type Html } from './html.js';
import { section } from './page.js';
import { numeric, table } from './tables.js';

/** How far the raters agree, and the UAR of a single rater next to that of the model. */
export function ratersSection({ raters, pooled, perClass }: RunMetrics): Html | undefined {
  if (raters === undefined) return undefined;
  const { clips, uar, recalls, agreement } = raters;
  const agreed =
    agreement === null
      ? 'The agreement between raters is unknown: it needs at least two whole votes for a clip.'
      : `Two raters of a clip agree in ${percent(agreement.pairwise)} of cases; Fleiss’ kappa is ` +
        `${agreement.kappa.toFixed(2)} (${counted(agreement.nItems, 'clip')} with ${agreement.meanVotes.toFixed(1)} votes on average).`;
  return section(
    'Raters',
    html`<p>
      ${counted(clips, 'test clip')} have votes. A single rater finds the label with a UAR of ${percent(uar)};
      the model has ${percent(pooled.uar)} on all test clips. The UAR of raters shows how well people perceive
      the labels: it is a ceiling for what a model can learn from people. ${agreed}
    </p>`,
    table(
      [
        { name: 'Emotion' },
        ...['Recall of a rater %', 'Recall of the model %', 'Clips with votes'].map(numeric),
      ],
      recalls.map(({ label, recall, clips: n }) => [
        label,
        percentNumber(recall),
        percentNumber(perClass.find((scores) => scores.label === label)!.recall),
        n,
      ]),
    ),
  );
}
