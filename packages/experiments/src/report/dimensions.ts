import { counted } from '../formatText.js';
import type { DimensionMetrics, DimensionScore } from '../measures/runMetrics.js';
import { chartFigure } from './chartFigures.js';
import type { NamedChart } from './charts/namedChart.js';
import { html, type Html } from './html.js';
import { section } from './page.js';
import { numeric, table } from './tables.js';

/** How well the values of emotions, such as arousal and valence, are predicted. */
export function dimensionsSection(
  metrics: DimensionMetrics | undefined,
  chart: NamedChart | undefined,
): Html | undefined {
  if (metrics === undefined) return undefined;
  const { scores, clips, speakers } = metrics;
  return section(
    'Dimensions',
    html`<p class="muted">
      Ridge regression on the features of the first member, tested on the
      ${counted(clips, 'test clip')}${speakers > 0 && ` of ${counted(speakers, 'speaker')}`} with these
      values. CCC: concordance correlation coefficient, 1 for perfect predictions, 0 for predicting the mean.
      MAE: mean absolute error, in the unit of the values. In brackets: 95% intervals over speakers.
    </p>`,
    table(
      [{ name: 'Dimension' }, ...['Range', 'CCC', 'Pearson', 'MAE'].map(numeric)],
      scores.map(({ name, range: [low, high], ccc, pearson, mae }) => [
        name,
        `${low} to ${high}`,
        ...[ccc, pearson, mae].map(scoreText),
      ]),
    ),
    chart && chartFigure(chart),
  );
}

function scoreText({ value, interval }: DimensionScore): string {
  const text = (number: number) => number.toFixed(3).replace('-', '−');
  return interval ? `${text(value)} (${text(interval.low)} to ${text(interval.high)})` : text(value);
}
