import type { ClassCounts } from '@ser/charts';
import type { Engine } from '@ser/models';
import { counted, duration, grouped } from '../formatText.js';
import type { EvaluationMetrics } from '../measures/evaluationMetrics.js';
import type { ClipPrediction } from '../training/predict.js';
import { allMetricsSection } from './allMetrics.js';
import { chartSections, wrongSection } from './chartSections.js';
import type { NamedChart } from './charts/namedChart.js';
import { speakersText, uarText } from './headline.js';
import { html } from './html.js';
import { keyScores } from './keyScores.js';
import { notices } from './notices.js';
import { facts, page, section } from './page.js';
import { allCharts, reportCharts } from './reportCharts.js';
import { corpusSection, emotionSection, skippedSection } from './sections.js';
import { version } from '../version.js';
import { citationSection } from './citation.js';
import { versions } from './versions.js';
import type { WrongClip } from './wrongClips.js';

/** The content of the report of an evaluation. */
export interface EvaluationPageParts {
  readonly metrics: EvaluationMetrics;
  readonly engine?: Engine | undefined;
  /** Predictions for all test clips. @default none: speakers and confidence are not shown */
  readonly predictions?: readonly ClipPrediction[];
  /** The wrong predictions with the highest confidence, with their sound. @default none */
  readonly wrong?: readonly WrongClip[];
  /** Number of test clips of each emotion, by corpus. @default none */
  readonly counts?: readonly ClassCounts[];
  /** The command that started the evaluation. @default one with placeholders */
  readonly command?: string | undefined;
  /** The date of the evaluation, `YYYY-MM-DD`. */
  readonly date: string;
}

/** The page and its charts, which are also written as files. */
export interface EvaluationReport {
  readonly page: string;
  readonly charts: readonly NamedChart[];
}

/** The report of an evaluation: a self-contained page that starts with the score and what it means. */
export function evaluationReport(parts: EvaluationPageParts): EvaluationReport {
  const { metrics, engine, predictions = [], wrong = [], counts = [], command, date } = parts;
  const { labels } = metrics;
  const charts = reportCharts({ measures: metrics, labels, histories: [], predictions, wrong, counts });
  const text = page({
    title: `${metrics.recipe}: evaluation report`,
    headline: evaluationHeadline(metrics),
    body: [
      html`<p class="subtitle">${metrics.protocol}<br />${date}, @ser/experiments ${version}</p>`,
      notices(metrics),
      keyScores(metrics, 1),
      chartSections(charts, metrics, predictions, labels.length),
      wrongSection(wrong, charts.wrong, labels),
      emotionSection(metrics, charts.counts, counts),
      allMetricsSection(metrics, 1),
      trainingSection(metrics),
      corpusSection(metrics.corpora),
      skippedSection(metrics.skipped),
      citationSection({ ...metrics, headline: evaluationHeadline(metrics) }, date),
      reproduceSection(metrics, { engine, command }),
    ],
  });
  return { page: text, charts: allCharts(charts) };
}

/** The result of an evaluation in one sentence: training and test speakers, UAR, its interval, and the chance level. */
export function evaluationHeadline(metrics: EvaluationMetrics): string {
  const { trainedOn, corpora, trainedSpeakers } = metrics;
  const training = trainedOn.map((part) => ({ ...part, name: part.corpus, clips: 0 }));
  const tested = grouped(count(corpora));
  const known =
    trainedSpeakers.length === 0
      ? 'none of them used for training'
      : `${trainedSpeakers.length} of them also used for training`;
  return (
    `Trained on ${speakersText(grouped(count(trainedOn)), training)} and tested on ` +
    `${speakersText(tested, corpora)}, ${known}: ${uarText(metrics)}`
  );
}

function count(corpora: readonly { readonly speakers: readonly string[] }[]): number {
  return corpora.reduce((sum, { speakers }) => sum + speakers.length, 0);
}

function trainingSection({ trainedOn, trainedSpeakers }: EvaluationMetrics) {
  return section(
    'Training data of the model',
    facts(
      trainedOn.map(({ title, license, speakers }) => [
        title,
        `${counted(speakers.length, 'speaker')}: ${speakers.join(', ')}. License: ${license}`,
      ]),
    ),
    trainedSpeakers.length > 0 && html`<p>Also tested here: ${trainedSpeakers.join(', ')}.</p>`,
  );
}

function reproduceSection(
  { corpora, seed, seconds }: EvaluationMetrics,
  { engine, command }: Pick<EvaluationPageParts, 'engine' | 'command'>,
) {
  const data = corpora.map(({ name }) => `--data ${name}=FOLDER`).join(' ');
  return section(
    'How to reproduce',
    html`<pre>${command ?? `ser evaluate --model MODEL ${data} --out AGAIN`}</pre>`,
    facts([
      ['Seed of the interval', seed],
      ...(engine ? [['Engine', `${engine.name}: ${engine.description}`] as const] : []),
      ['Versions', versions],
      ['Time', duration(seconds.total)],
    ]),
  );
}
