import type { MemberMetrics, RunMetrics } from '../measures/runMetrics.js';
import { percent, percentFigure } from '../words.js';
import { html } from './html.js';
import type { Html } from './html.js';
import { section } from './page.js';
import { numeric, table } from './tables.js';

/** What each of several classifiers answers alone, beside their mean; nothing of a recipe with one classifier. */
export function membersSection({ members, pooled, interval }: RunMetrics): Html | undefined {
  if (members === undefined) return undefined;
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  return section(
    'What averaging gains',
    html`<p class="muted">
      The answers are the mean of the probabilities of ${members.length} classifiers, each trained by itself
      on the same clips. Here is what each of them answers alone, on the same test clips.
      ${gain(members, pooled.uar)}
    </p>`,
    table(
      [
        { name: 'Classifier' },
        ...['Weight %', 'UAR %', '95 % interval', 'Accuracy %', 'Macro F1 %'].map(numeric),
      ],
      [
        ...members.map(({ name, weight, ...scores }) => [
          name,
          percentFigure(weight / total),
          ...figures(scores),
        ]),
        [html`<strong>all, averaged</strong>`, percentFigure(1), ...figures({ ...pooled, interval })],
      ],
    ),
  );
}

/** What the mean is worth beside the best of them, by the figures as they are written. */
function gain(members: readonly MemberMetrics[], uar: number): string {
  const [best] = [...members].sort((one, other) => other.uar - one.uar);
  const points = Number(percentFigure(uar)) - Number(percentFigure(best!.uar));
  const told = `${Math.abs(points).toFixed(1)} points ${points < 0 ? 'less' : 'more'} than`;
  return `The mean has a UAR of ${percent(uar)}, ${points === 0 ? 'as much as' : told} ${best!.name}, the best of them.`;
}

function figures({
  uar,
  interval,
  accuracy,
  macroF1,
}: Pick<MemberMetrics, 'uar' | 'interval' | 'accuracy' | 'macroF1'>): readonly string[] {
  return [
    percentFigure(uar),
    interval === null ? '–' : `${percentFigure(interval.low)} to ${percentFigure(interval.high)}`,
    ...[accuracy, macroF1].map(percentFigure),
  ];
}
