import { counted, duration, percent } from '../../formatText.js';
import { chartWidth } from '../../report/charts/chartWidth.js';
import { speakersText } from '../../report/headline.js';
import { Html, html } from '../../report/html.js';
import { notices } from '../../report/notices.js';
import { facts, page, section } from '../../report/page.js';
import { corpusSection, skippedSection } from '../../report/sections.js';
import { versions } from '../../report/versions.js';
import type { TuningMetrics } from '../tuningMetrics.js';
import { methodText } from './methodText.js';
import { maxEpochs, trialCharts } from './trialCharts.js';
import { trialTable } from './trialTable.js';
import { valueText } from './valueText.js';

/** The report of a search: a self-contained page that starts with the test score of the best recipe. */
export function tuningPage(tuning: TuningMetrics): string {
  const { recipe, title, test } = tuning;
  return page({
    title: `${recipe}: hyperparameter search`,
    headline: headline(tuning),
    body: [
      html`<p class="subtitle">${title}. ${test.protocol}</p>`,
      notices({ synthetic: test.synthetic, speakerIndependent: true }),
      keyScores(tuning),
      bestSection(tuning),
      scatterSection(tuning),
      section('All trials', html`<p>${methodText(tuning)}</p>`, trialTable(tuning)),
      speakerSection(tuning),
      corpusSection(test.corpora),
      skippedSection(test.skipped),
      reproduceSection(tuning),
    ],
  });
}

function headline({ trials, speakers, test, best }: TuningMetrics): string {
  const { pooled, interval, chance, corpora } = test;
  const certainty =
    interval === null
      ? ''
      : ` (95% interval over speakers: ${percent(interval.low)} to ${percent(interval.high)})`;
  return (
    `The best of ${counted(trials.length, 'trial')} has an unweighted average recall (UAR) of ${percent(pooled.uar)}${certainty} on ` +
    `${speakersText(String(speakers.test.length), corpora)} that were not used in the search, chance level ` +
    `${percent(chance)}. On the ${speakers.validation.length} validation speakers, by which it was chosen, it had ` +
    `${percent(best.scores.uar)}.`
  );
}

function keyScores({ test, best, trials, speakers }: TuningMetrics): Html {
  const card = (name: string, value: string, what: string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value} <small>${what}</small></dd>
    </div>`;
  return html`<dl class="key">
    ${card('UAR on test speakers', percent(test.pooled.uar), `${speakers.test.length} speakers, used once, after the search`)}
    ${card('UAR on validation speakers', percent(best.scores.uar), 'too high, because it was used to choose the trial')}
    ${card('Chance level', percent(test.chance), 'UAR of random guessing')}
    ${card('Best trial', String(best.trial), `of ${trials.length}, after ${counted(best.epochs, 'epoch')}`)}
  </dl>`;
}

function bestSection({ best, trials, parameters }: TuningMetrics): Html {
  const before = trials[0]!.values;
  return section(
    'The best values',
    facts(
      Object.keys(parameters).map((pointer) => [
        pointer,
        html`<strong>${valueText(best.values[pointer])}</strong> (recipe: ${valueText(before[pointer])})`,
      ]),
    ),
    html`<p>
      <code>best-recipe.json</code> in the same folder has these values. Its run, with the model and the
      confusion matrix, is in <a href="best/report.html">best/</a>.
    </p>`,
  );
}

/** One chart per hyperparameter. */
function scatterSection(tuning: TuningMetrics): Html {
  const longest = maxEpochs(tuning.trials);
  const figures = trialCharts(tuning).map(
    (chart) => html`<figure>${new Html(chart.svg({ width: chartWidth }))}</figure>`,
  );
  return section(
    'Effect of each hyperparameter',
    html`<p class="muted">
      One dot per trial, with its score on the validation speakers. Filled: trained for
      ${counted(longest, 'epoch')}, the maximum. Hollow: stopped earlier. Ring: the best. ×: could not be
      trained.
    </p>`,
    html`<div class="figures">${figures}</div>`,
  );
}

function speakerSection({ speakers }: TuningMetrics): Html {
  const { train, watched, validation, test } = speakers;
  const list = (names: readonly string[]) => `${names.length}: ${names.join(', ')}`;
  return section(
    'Speakers',
    facts([
      ['Trials were trained on', list(train)],
      ...(watched.length > 0 ? [['validated during training on', list(watched)] as const] : []),
      ['and scored on', list(validation)],
      ['Test speakers', list(test)],
    ]),
    html`<p class="muted">
      No trial used a test speaker. The best recipe was then trained on all
      others${watched.length > 0 && ', with validation speakers as in the trials,'} and tested on the test
      speakers, once.
    </p>`,
  );
}

function reproduceSection({ recipe, seed, engine, method, trials, test, seconds }: TuningMetrics): Html {
  const data = test.corpora.map(({ name }) => `--data ${name}=FOLDER`).join(' ');
  return section(
    'How to reproduce',
    html`<pre>
ser tune --recipe ${recipe}.json ${data} --search ${method} --trials ${trials.length} --seed ${seed} --engine ${engine} --out AGAIN</pre>`,
    html`<p>
      where <code>${recipe}.json</code> has the recipe, which is also in <code>search.json</code> in the same
      folder, under <code>recipe</code>.
    </p>`,
    facts([
      ['Seed', seed],
      ['Engine', `${engine}, one thread per trial`],
      ['Versions', versions],
      ['Time', `trials ${duration(seconds.trials)} in total, the best recipe ${duration(seconds.best)}`],
    ]),
  );
}
