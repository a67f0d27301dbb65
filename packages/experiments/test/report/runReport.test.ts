import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/measures/explain/explanation.js';
import { findRecipe } from '../../src/recipe/builtinRecipes.js';
import { evaluationReport } from '../../src/report/evaluationPage.js';
import { runReport } from '../../src/report/runReport.js';
import { mostWrong } from '../../src/report/wrongClips.js';
import { epochRecord, labels, predictionsOf, sampleMetrics, sampleSource } from '../sampleRun.js';

const engine = { name: 'tfjs-wasm', description: 'TensorFlow.js, WebAssembly' } as const;
const recipe = findRecipe('synthetic-voices');
const predictions = predictionsOf(['07', '08']);
const histories = [
  { fold: 'hold-out', epochs: [1, 2].map((epoch) => epochRecord(epoch, { loss: 2 / epoch })) },
];
const sound = {
  levels: Float32Array.from({ length: 40 }, (_, i) => -i),
  nFrames: 10,
  frequencies: Float32Array.of(200, 700, 2100, 6000),
  seconds: 1.5,
};
const explanation: Explanation = {
  ...{ recipe: 'sample-recipe', labels, clips: 48, nFeatures: 2 },
  groups: [{ name: 'mfcc', nFeatures: 2, shares: [0.25, 0.25, 1.25, -0.25] }],
  functionals: [],
  features: [{ name: 'mfcc0.mean', effects: [0.5, -0.5, 0.25, -0.25] }],
};

const report = runReport({
  ...{ metrics: sampleMetrics({ source: sampleSource() }), histories, recipe, engine, predictions },
  ...{ sourcePredictions: predictions, explanation },
  wrong: mostWrong(predictions).map((clip, i) => (i === 0 ? { ...clip, sound } : clip)),
  counts: [{ name: 'training', counts: [12, 12, 12, 12] }],
});

describe('runReport', () => {
  it('draws what a run can show, each chart under a name of its own', () => {
    const names = report.charts.map(({ name }) => name);
    expect(names.sort()).toEqual([
      'confusion-matrix',
      'emotions',
      'feature-effects',
      'learning-accuracy',
      'learning-loss',
      'learning-uar',
      'recall-by-emotion',
      'reliability',
      'roc',
      'speakers',
      'wrong-1',
    ]);
    expect(report.sourceCharts.map(({ name }) => name)).toContain('speakers');
  });

  it('sets each of them into the page as it is written beside it', () => {
    for (const { svg } of [...report.charts, ...report.sourceCharts]) expect(report.page).toContain(svg);
  });

  it('gives each chart a name, a description and its figures as a table or in words', () => {
    const figures = report.page.match(/<figure>[\s\S]*?<\/figure>/g)!;
    expect(figures).toHaveLength(report.charts.length + report.sourceCharts.length);
    for (const figure of figures) {
      expect(figure).toMatch(/<svg[^>]* role="img"/);
      expect(figure).toMatch(/<title>.+<\/title><desc>.{20,}<\/desc>/);
      expect(figure).toMatch(/<details>[\s\S]*(<table>|<p>)[\s\S]*<\/details>/);
    }
  });

  it('keeps its order: the sentence, the figures, the charts, the surest mistakes, how to reproduce', () => {
    const headings = [...report.page.matchAll(/<h[12]>([\s\S]*?)<\/h[12]>/g)].map(([, text]) => text!);
    expect(headings[0]).toMatch(/^Trained on/);
    const order = [
      'New voices, and the protocol of the source',
      'Confusion matrix',
      'Each voice',
      'How sure the answers are',
      'Learning curves',
      'What the answers rest on',
      'Most confidently wrong',
      'Every figure',
      'How to reproduce',
    ];
    const places = order.map((heading) => headings.indexOf(heading));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(1);
  });

  it('names the clips that were surely wrong, with what was given to what', () => {
    const text = report.page.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(
      /ravdess\/Actor_0\d\/\w+-0\d-\d\.wav<\/span> Speaker 0\d, acted <strong>\w+<\/strong>/,
    );
    expect(text).toContain('with 70.0 %;');
  });

  it('tells the worst and the best voice in words', () => {
    const text = report.page.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(
      /From \d+\.\d % for 0\d to \d+\.\d % for 0\d\. No voice fares as badly as guessing\./,
    );
  });

  it('warns that an interval over two speakers is rough', () => {
    expect(report.page).toContain('<strong>A rough interval.</strong>');
  });

  it('has no learning curves for a model that is computed in one go', () => {
    const once = [{ fold: 'hold-out', epochs: [epochRecord(1)] }];
    const { charts, page } = runReport({ metrics: sampleMetrics(), histories: once, recipe, engine });
    expect(charts.map(({ name }) => name)).toEqual(['confusion-matrix', 'recall-by-emotion']);
    expect(page).not.toContain('Learning curves');
  });

  it('draws the lowest and the highest of very many speakers', () => {
    const many = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
    const options = { metrics: sampleMetrics(), histories, recipe, engine, predictions: predictionsOf(many) };
    const speakers = runReport(options).charts.find(({ name }) => name === 'speakers')!;
    expect(speakers.spec.title).toBe('UAR of each voice, the 20 lowest and the 20 highest of 60');
    expect(speakers.spec.data.values).toHaveLength(40);
  });
});

describe('evaluationReport', () => {
  it('draws the same but what training tells', () => {
    const { charts } = evaluationReport({
      metrics: { ...sampleMetrics(), engine: engine.name, trainedOn: [], trainedSpeakers: [] },
      ...{ engine, predictions },
    });
    expect(charts.map(({ name }) => name)).toEqual([
      'confusion-matrix',
      'recall-by-emotion',
      'speakers',
      'reliability',
      'roc',
    ]);
  });
});
