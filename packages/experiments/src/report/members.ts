import { percent, percentNumber } from '../formatText.js';
import type { MemberMetrics, RunMetrics } from '../measures/runMetrics.js';
import { html, type Html } from './html.js';
import { section } from './page.js';
import { numeric, table } from './tables.js';

/** The scores of each member alone and of the ensemble; nothing for a single member. */
export function membersSection({ members, pooled, interval }: RunMetrics): Html | undefined {
  if (members.length === 1) return undefined;
  const total = members.reduce((sum, { weight }) => sum + weight, 0);
  return section(
    'Members of the ensemble',
    html`<p class="muted">
      The ensemble averages the probabilities of ${members.length} classifiers, each trained separately on the
      same clips. The table shows the scores of each member alone on the same test clips.
      ${gain(members, pooled.uar)}
    </p>`,
    table(
      [{ name: 'Member' }, ...['Weight %', 'UAR %', '95% interval', 'Accuracy %', 'Macro F1 %'].map(numeric)],
      [
        ...members.map(({ name, weight, ...scores }) => [
          name,
          percentNumber(weight / total),
          ...cellsOf(scores),
        ]),
        [html`<strong>ensemble</strong>`, percentNumber(1), ...cellsOf({ ...pooled, interval })],
      ],
    ),
  );
}

/** The difference from the best member, between rounded numbers. */
function gain(members: readonly MemberMetrics[], uar: number): string {
  const [best] = [...members].sort((one, other) => other.uar - one.uar);
  const points = Number(percentNumber(uar)) - Number(percentNumber(best!.uar));
  const difference = `${Math.abs(points).toFixed(1)} points ${points < 0 ? 'less' : 'more'} than`;
  return `The ensemble has a UAR of ${percent(uar)}, ${points === 0 ? 'the same as' : difference} its best member, ${best!.name}.`;
}

function cellsOf({
  uar,
  interval,
  accuracy,
  macroF1,
}: Pick<MemberMetrics, 'uar' | 'interval' | 'accuracy' | 'macroF1'>): readonly string[] {
  return [
    percentNumber(uar),
    interval === null ? '–' : `${percentNumber(interval.low)} to ${percentNumber(interval.high)}`,
    ...[accuracy, macroF1].map(percentNumber),
  ];
}
