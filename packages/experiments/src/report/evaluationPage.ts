import type { Engine } from '@ser/models';
import type { EvaluationMetrics } from '../evaluationMetrics.js';
import { confusionFigures } from './figures.js';
import { figure, voicesOf } from './headline.js';
import { html } from './html.js';
import { keyFigures } from './keyFigures.js';
import { notices } from './notices.js';
import { facts, page, section } from './page.js';
import { corpusSection, emotionSection, skippedSection } from './sections.js';
import { versions } from './versions.js';
import { counted, duration, grouped } from './words.js';

export interface EvaluationPageParts {
  readonly metrics: EvaluationMetrics;
  readonly engine?: Engine | undefined;
}

/** The report of an evaluation: one self-contained page that starts with the figure and what it means. */
export function evaluationPage({ metrics, engine }: EvaluationPageParts): string {
  return page({
    title: `${metrics.recipe}: evaluation report`,
    headline: evaluationHeadline(metrics),
    body: [
      html`<p class="subtitle">${metrics.protocol}</p>`,
      notices(metrics),
      keyFigures(metrics, 1),
      section('Confusion matrix', confusionFigures(metrics, metrics.labels)),
      emotionSection(metrics),
      trainingSection(metrics),
      corpusSection(metrics.corpora),
      skippedSection(metrics.skipped),
      reproduceSection(metrics, engine),
    ],
  });
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
