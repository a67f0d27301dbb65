import { voicesOf } from '../../report/headline.js';
import { html } from '../../report/html.js';
import type { Html } from '../../report/html.js';
import { notices } from '../../report/notices.js';
import { facts, page, section } from '../../report/page.js';
import { corpusSection, skippedSection } from '../../report/sections.js';
import { versions } from '../../report/versions.js';
import { counted, duration, percent } from '../../words.js';
import type { TuningMetrics } from '../tuningMetrics.js';
import { methodText } from './methodText.js';
import { scatterFigure } from './scatterFigure.js';
import { lastScored, metricName, trialTable } from './trialTable.js';
import { shortNames, valueText } from './valueText.js';

/** The report of a search: one self-contained page that starts with what the best recipe is worth. */
export function tuningPage(tuning: TuningMetrics): string {
  const { recipe, title, test } = tuning;
  return page({
    title: `${recipe}: hyperparameter search`,
    headline: headline(tuning),
    body: [
      html`<p class="subtitle">${title}. ${test.protocol}</p>`,
      notices({ synthetic: test.synthetic, speakerIndependent: true }),
      keyFigures(tuning),
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
  const sure =
    interval === null
      ? ''
      : ` (95 % interval over speakers: ${percent(interval.low)} to ${percent(interval.high)})`;
  return (
    `The best of ${counted(trials.length, 'trial')} has an unweighted average recall (UAR) of ${percent(pooled.uar)}${sure} on ` +
    `${voicesOf(String(speakers.test.length), corpora)} that the search never heard, where guessing gives ${percent(chance)}. ` +
    `On the ${speakers.validation.length} that chose it, it had ${percent(best.scores.uar)}.`
  );
}

function keyFigures({ test, best, trials, speakers }: TuningMetrics): Html {
  const card = (name: string, value: string, what: string) =>
    html`<div>
      <dt>${name}</dt>
      <dd>${value} <small>${what}</small></dd>
    </div>`;
  return html`<dl class="key">
    ${card('UAR on test speakers', percent(test.pooled.uar), `${speakers.test.length} speakers, asked once, after the search`)}
    ${card('UAR on validation speakers', percent(best.scores.uar), 'the best of many: too good by its choice')}
    ${card('Guessing', percent(test.chance), 'the UAR of any answer that knows nothing')}
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
      <code>best-recipe.json</code> beside this page has them in place. Its run, with model and confusion
      matrix, is in <a href="best/report.html">best/</a>.
    </p>`,
  );
}

/** One chart a hyperparameter. */
function scatterSection({ trials, parameters, metric, best }: TuningMetrics): Html {
  const names = shortNames(Object.keys(parameters));
  const longest = Math.max(...trials.flatMap(({ rungs }) => rungs.map(({ epochs }) => epochs)));
  const figures = Object.entries(parameters).map(([pointer, parameter]) => {
    const points = trials.flatMap((one) => {
      if (one.rungs.length === 0) return [];
      const { epochs, scores } = lastScored(one) ?? one.rungs[0]!;
      const { trial, values } = one;
      const marks = { isFinal: epochs === longest, isBest: trial === best.trial };
      return { trial, value: values[pointer], score: scores?.[metric], epochs, ...marks };
    });
    return scatterFigure({ name: names[pointer]!, parameter, points, metric: metricName(metric) });
  });
  return section(
    'What each hyperparameter does',
    html`<p class="muted">
      One dot a trial, on the validation speakers. Filled: trained as long as any
      (${counted(longest, 'epoch')}). Hollow: stopped earlier. Ringed: the best. ×: could not be trained.
    </p>`,
    html`<div class="figures">${figures}</div>`,
  );
}

function speakerSection({ speakers }: TuningMetrics): Html {
  const { train, watched, validation, test } = speakers;
  const list = (names: readonly string[]) => `${names.length}: ${names.join(', ')}`;
  return section(
    'Who took which part',
    facts([
      ['Trials learnt from', list(train)],
      ...(watched.length > 0 ? [['and watched', list(watched)] as const] : []),
      ['Trials were scored on', list(validation)],
      ['Test speakers', list(test)],
    ]),
    html`<p class="muted">
      No trial heard a test speaker. The best recipe was then trained on all the
      others${watched.length > 0 && ', some of them watched as in the trials,'} and tested on these, once.
    </p>`,
  );
}

function reproduceSection({ recipe, seed, engine, method, trials, test, seconds }: TuningMetrics): Html {
  const data = test.corpora.map(({ name }) => `--data ${name}=FOLDER`).join(' ');
  return section(
    'How to reproduce',
    html`<pre>
ser tune ${recipe}.json ${data} --search ${method} --trials ${trials.length} --seed ${seed} --engine ${engine} --out AGAIN</pre>`,
    html`<p>
      where <code>${recipe}.json</code> holds the recipe, which <code>search.json</code> beside this page has
      under <code>recipe</code>.
    </p>`,
    facts([
      ['Seed', seed],
      ['Engine', `${engine}, one thread for each trial`],
      ['Versions', versions],
      ['Time', `trials ${duration(seconds.trials)} added up, the best recipe ${duration(seconds.best)}`],
    ]),
  );
}
