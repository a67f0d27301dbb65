import { groupBarsChart } from '@ser/charts';
import { counted, listed, percentNumber } from '../formatText.js';
import { chartFigures } from '../report/chartFigures.js';
import { namedChart, type NamedChart } from '../report/charts/namedChart.js';
import { html, type Html } from '../report/html.js';
import { page, section } from '../report/page.js';
import { numeric, table } from '../report/tables.js';
import { pText } from './comparisonSentence.js';
import type { RunComparison, RunsComparison } from './runsComparison.js';

/** A self-contained HTML page that compares runs and starts with the result. */
export function comparisonPage(all: RunsComparison): string {
  const { runs, comparisons, caveats, clips, speakers } = all;
  const [first, ...others] = comparisons.map(({ sentence }) => sentence);
  return page({
    title: `${listed(runs.map(({ name }) => name))}: comparison`,
    headline: first!,
    body: [
      others.map((sentence) => html`<p>${sentence}</p>`),
      html`<p class="subtitle">
        All runs were tested on the same ${counted(clips, 'clip')} of ${counted(speakers, 'speaker')}.
      </p>`,
      caveats.map((caveat) => html`<p class="notice" role="note">${caveat}</p>`),
      section('Scores', runsTable(all), chartFigures([uarChart(all)]), protocols(all)),
      section('By emotion', recallTable(all)),
      comparisons.map((comparison) => testSection(comparison)),
      reproduceSection(all),
    ],
  });
}

function runsTable({ runs }: RunsComparison): Html {
  return table(
    [
      { name: 'Run' },
      { name: 'Recipe' },
      { name: 'Test speakers' },
      ...['UAR %', '95% interval', 'Accuracy %', 'Macro F1 %', 'Guessing %'].map(numeric),
    ],
    runs.map(({ name, recipe, speakerIndependent, uar, interval, accuracy, macroF1, chance }) => [
      name,
      recipe,
      speakerIndependent ? 'unseen' : 'also used for training',
      percentNumber(uar),
      interval === null ? '–' : `${percentNumber(interval.low)} to ${percentNumber(interval.high)}`,
      ...[accuracy, macroF1, chance].map(percentNumber),
    ]),
  );
}

function uarChart({ runs }: RunsComparison): NamedChart {
  const groups = runs.map(({ name, uar, interval }) => ({
    ...{ name, value: uar },
    ...(interval && { low: interval.low, high: interval.high }),
  }));
  const title = 'UAR, with 95% intervals over speakers';
  return namedChart('runs', groupBarsChart(groups, { chance: runs[0]!.chance, title }));
}

function protocols({ runs }: RunsComparison): Html {
  return html`<p class="muted">
    ${runs.map(({ name, protocol }) => html`${name}: ${protocol}<br />`)} The intervals of two runs may
    overlap although one is better for nearly every speaker; the paired test below takes this into account.
  </p>`;
}

function recallTable({ runs, labels }: RunsComparison): Html {
  return table(
    [{ name: 'Recall %' }, ...runs.map(({ name }) => numeric(name))],
    labels.map((label) => [
      label,
      ...runs.map(({ recalls }) => {
        const recall = recalls[label];
        return recall === null || recall === undefined ? '–' : percentNumber(recall);
      }),
    ]),
  );
}

function testSection(comparison: RunComparison): Html {
  const { run, baseline, wilcoxon, mcnemar, bySpeaker } = comparison;
  const better = bySpeaker.filter((pair) => pair.run > pair.baseline).length;
  const worse = bySpeaker.filter((pair) => pair.run < pair.baseline).length;
  return section(
    `${run} compared with ${baseline}`,
    wilcoxon !== null &&
      html`<p>
        By speaker: ${run} is better for ${better}, worse for ${worse}, and equal for
        ${bySpeaker.length - better - worse}. Wilcoxon’s signed-rank test, ${wilcoxon.method}:
        ${pText(wilcoxon.pValue)}.
      </p>`,
    html`<p>
      By clip: ${mcnemar.onlySecond} were recognized only by ${run}, ${mcnemar.onlyFirst} only by ${baseline}.
      McNemar’s exact test: ${pText(mcnemar.exactPValue)}. It assumes that clips of the same speaker are
      independent, which they are not, so quote the test over speakers.
    </p>`,
    bySpeaker.length > 0 && speakerTable(comparison),
  );
}

function speakerTable({ run, baseline, bySpeaker }: RunComparison): Html {
  const sorted = [...bySpeaker].sort((a, b) => b.run - b.baseline - (a.run - a.baseline));
  return html`<details>
    <summary>UAR of each speaker</summary>
    ${table(
      [{ name: 'Speaker' }, numeric(`${baseline} %`), numeric(`${run} %`), numeric('Difference')],
      sorted.map((pair) => [
        pair.speaker,
        percentNumber(pair.baseline),
        percentNumber(pair.run),
        (100 * (pair.run - pair.baseline)).toFixed(1).replace('-', '−'),
      ]),
    )}
  </details>`;
}

function reproduceSection({ runs }: RunsComparison): Html {
  const folders = runs.map(({ folder }) => folder).join(' ');
  return section('How to reproduce', html`<pre>ser compare ${folders} --out comparison.html</pre>`);
}
