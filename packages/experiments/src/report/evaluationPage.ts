import type { ClassCounts } from '@ser/charts';
import type { Engine } from '@ser/models';
import type { EvaluationMetrics } from '../measures/evaluationMetrics.js';
import type { ClipPrediction } from '../training/predict.js';
import { counted, duration, grouped } from '../words.js';
import { allFiguresSection } from './allFigures.js';
import { figure, voicesOf } from './headline.js';
import { html } from './html.js';
import { keyFigures } from './keyFigures.js';
import { notices } from './notices.js';
import { facts, page, section } from './page.js';
import { chartFigure } from './chartFigures.js';
import { chartSections, wrongSection } from './chartSections.js';
import type { NamedChart } from './charts/namedChart.js';
import { allCharts, reportCharts } from './reportCharts.js';
import { corpusSection, emotionSection, skippedSection } from './sections.js';
import { versions } from './versions.js';
import type { WrongClip } from './wrongClips.js';

/** What a report of an evaluation shows. */
export interface EvaluationPageParts {
  readonly metrics: EvaluationMetrics;
  readonly engine?: Engine | undefined;
  /** Of all test clips. @default none: voices and confidence are not shown */
  readonly predictions?: readonly ClipPrediction[];
  /** The surest wrong answers, with their sound. @default none */
  readonly wrong?: readonly WrongClip[];
  /** Tested clips of each emotion, by corpus. @default none */
  readonly counts?: readonly ClassCounts[];
}

/** The page, and its charts to be written beside it. */
export interface EvaluationReport {
  readonly page: string;
  readonly charts: readonly NamedChart[];
}

/** The report of an evaluation: one self-contained page that starts with the figure and what it means. */
export function evaluationPage(parts: EvaluationPageParts): string {
  return evaluationReport(parts).page;
}

/** Draws all charts of an evaluation once, and sets them into its page. */
export function evaluationReport(parts: EvaluationPageParts): EvaluationReport {
  const { metrics, engine, predictions = [], wrong = [], counts = [] } = parts;
  const { labels } = metrics;
  const charts = reportCharts({ measures: metrics, labels, histories: [], predictions, wrong, counts });
  const text = page({
    title: `${metrics.recipe}: evaluation report`,
    headline: evaluationHeadline(metrics),
    body: [
      html`<p class="subtitle">${metrics.protocol}</p>`,
      notices(metrics),
      keyFigures(metrics, 1),
      chartSections(charts, metrics, predictions, labels.length),
      wrongSection(wrong, charts.wrong, labels),
      emotionSection(metrics, charts.counts && chartFigure(charts.counts)),
      allFiguresSection(metrics, 1),
      trainingSection(metrics),
      corpusSection(metrics.corpora),
      skippedSection(metrics.skipped),
      reproduceSection(metrics, engine),
    ],
  });
  return { page: text, charts: allCharts(charts) };
}

/** The evaluation in one sentence: trained on whom, tested on whom, how well, how sure, how far from guessing. */
export function evaluationHeadline(metrics: EvaluationMetrics): string {
  const { trainedOn, corpora, trainedSpeakers } = metrics;
  const heard = trainedOn.map((part) => ({ ...part, name: part.corpus, clips: 0 }));
  const tested = grouped(count(corpora));
  const known =
    trainedSpeakers.length === 0
      ? 'none of whom it had heard'
      : `${trainedSpeakers.length} of whom it had heard`;
  return (
    `Trained on ${voicesOf(grouped(count(trainedOn)), heard)} and tested on ${voicesOf(tested, corpora)}, ` +
    `${known}: ${figure(metrics)}`
  );
}

function count(corpora: readonly { readonly speakers: readonly string[] }[]): number {
  return corpora.reduce((sum, { speakers }) => sum + speakers.length, 0);
}

function trainingSection({ trainedOn, trainedSpeakers }: EvaluationMetrics) {
  return section(
    'What the model was trained on',
    facts(
      trainedOn.map(({ title, licence, speakers }) => [
        title,
        `${counted(speakers.length, 'speaker')}: ${speakers.join(', ')}. Licence: ${licence}`,
      ]),
    ),
    trainedSpeakers.length > 0 && html`<p>Tested here all the same: ${trainedSpeakers.join(', ')}.</p>`,
  );
}

function reproduceSection({ corpora, seed, seconds }: EvaluationMetrics, engine: Engine | undefined) {
  const data = corpora.map(({ name }) => `--data ${name}=FOLDER`).join(' ');
  return section(
    'How to reproduce',
    html`<pre>ser evaluate --model MODEL ${data} --out AGAIN</pre>`,
    facts([
      ['Seed of the interval', seed],
      ...(engine ? [['Engine', `${engine.name}: ${engine.description}`] as const] : []),
      ['Versions', versions],
      ['Time', duration(seconds.total)],
    ]),
  );
}
