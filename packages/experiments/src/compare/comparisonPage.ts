import { groupBarsSvg, groupBarsVega } from '@ser/charts';
import { html } from '../report/html.js';
import type { Html } from '../report/html.js';
import { page, section } from '../report/page.js';
import { chartFigures } from '../report/chartFigures.js';
import { namedChart } from '../report/charts/namedChart.js';
import type { NamedChart } from '../report/charts/namedChart.js';
import { chartWidth } from '../report/charts/chartWidth.js';
import { numeric, table } from '../report/tables.js';
import { counted, listed, percentFigure } from '../words.js';
import { comparisonSentence, pText } from './comparisonSentence.js';
import type { RunComparison, RunsComparison } from './runsComparison.js';

/** Runs side by side as one self-contained page that starts with how they differ. */
export function comparisonPage(all: RunsComparison): string {
  const { runs, comparisons, caveats, clips, speakers } = all;
  const [first, ...others] = comparisons.map((comparison) => comparisonSentence(comparison, all));
  return page({
    title: `${listed(runs.map(({ name }) => name))}: comparison`,
    headline: first!,
    body: [
      others.map((sentence) => html`<p>${sentence}</p>`),
      html`<p class="subtitle">
        All were tested on the same ${counted(clips, 'clip')} of ${counted(speakers, 'speaker')}.
      </p>`,
      caveats.map((caveat) => html`<p class="notice" role="note">${caveat}</p>`),
      section('Side by side', runsTable(all), chartFigures([uarChart(all)]), protocols(all)),
      section('Each emotion', recallTable(all)),
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
      { name: 'Tested voices' },
      ...['UAR %', '95 % interval', 'Accuracy %', 'Macro F1 %', 'Guessing %'].map(numeric),
    ],
    runs.map(({ name, recipe, speakerIndependent, uar, interval, accuracy, macroF1, chance }) => [
      name,
      recipe,
      speakerIndependent ? 'new' : 'also heard in training',
      percentFigure(uar),
      interval === null ? '–' : `${percentFigure(interval.low)} to ${percentFigure(interval.high)}`,
      ...[accuracy, macroF1, chance].map(percentFigure),
    ]),
  );
}

function uarChart({ runs }: RunsComparison): NamedChart {
  const groups = runs.map(({ name, uar, interval }) => ({
    ...{ name, value: uar },
    ...(interval && { low: interval.low, high: interval.high }),
  }));
  const title = 'UAR, with 95 % intervals over speakers';
  const options = { groups, chance: runs[0]!.chance, measure: 'UAR', title, width: chartWidth };
  return namedChart('runs', options, [groupBarsSvg, groupBarsVega]);
}

function protocols({ runs }: RunsComparison): Html {
  return html`<p class="muted">
    ${runs.map(({ name, protocol }) => html`${name}: ${protocol}<br />`)} Intervals of two runs may overlap
    though one is better for nearly every voice: the test below is by pairs.
  </p>`;
}

function recallTable({ runs, labels }: RunsComparison): Html {
  return table(
    [{ name: 'Recall %' }, ...runs.map(({ name }) => numeric(name))],
    labels.map((label) => [
      label,
      ...runs.map(({ recalls }) => {
        const recall = recalls[label];
        return recall === null || recall === undefined ? '–' : percentFigure(recall);
      }),
    ]),
  );
}

function testSection(comparison: RunComparison): Html {
  const { run, baseline, wilcoxon, mcnemar, bySpeaker } = comparison;
  const better = bySpeaker.filter((pair) => pair.run > pair.baseline).length;
  const worse = bySpeaker.filter((pair) => pair.run < pair.baseline).length;
  return section(
    `${run} against ${baseline}`,
    wilcoxon !== null &&
      html`<p>
        By speaker: ${run} is better for ${better}, worse for ${worse}, equal for
        ${bySpeaker.length - better - worse}. Wilcoxon’s signed-rank test, ${wilcoxon.method}:
        ${pText(wilcoxon.pValue)}.
      </p>`,
    html`<p>
      By clip: ${mcnemar.onlySecond} were answered right by ${run} alone, ${mcnemar.onlyFirst} by ${baseline}
      alone. McNemar’s exact test: ${pText(mcnemar.exactPValue)}; it takes clips of one voice as independent,
      which they are not, so that the test over speakers is the one to quote.
    </p>`,
    bySpeaker.length > 0 && speakerTable(comparison),
  );
}

function speakerTable({ run, baseline, bySpeaker }: RunComparison): Html {
  const sorted = [...bySpeaker].sort((a, b) => b.run - b.baseline - (a.run - a.baseline));
  return html`<details>
    <summary>UAR of each speaker</summary>
    ${table(
      [{ name: 'Speaker' }, numeric(`${baseline} %`), numeric(`${run} %`), numeric('Points more')],
      sorted.map((pair) => [
        pair.speaker,
        percentFigure(pair.baseline),
        percentFigure(pair.run),
        (100 * (pair.run - pair.baseline)).toFixed(1).replace('-', '−'),
      ]),
    )}
  </details>`;
}

function reproduceSection({ runs }: RunsComparison): Html {
  const folders = runs.map(({ folder }) => folder).join(' ');
  return section('How to reproduce', html`<pre>ser compare ${folders} --out comparison.html</pre>`);
}
