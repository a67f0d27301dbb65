import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/measures/explain/explanation.js';
import { findRecipe } from '../../src/recipe/builtinRecipes.js';
import { evaluationReport } from '../../src/report/evaluationPage.js';
import { runReport } from '../../src/report/runReport.js';
import { mostWrong } from '../../src/report/wrongClips.js';
import { epochRecord, labels, predictionsOf, sampleMetrics, sampleSource } from '../sampleRun.js';

const engine = { name: 'tfjs-wasm', description: 'TensorFlow.js, WebAssembly' } as const;
const recipe = findRecipe('synthetic-voices');
const date = '2026-03-01';
const predictions = predictionsOf(['07', '08']);
const histories = [
  {
    fold: 'hold-out',
    member: 'cnn1d',
    epochs: [1, 2].map((epoch) => epochRecord(epoch, { loss: 2 / epoch })),
  },
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
  ...{ metrics: sampleMetrics({ source: sampleSource() }), histories, recipe, engine, predictions, date },
  ...{ sourcePredictions: predictions, explanation },
  wrong: mostWrong(predictions).map((clip, i) => (i === 0 ? { ...clip, sound } : clip)),
  counts: [{ name: 'training', counts: [12, 12, 12, 10] }],
});

describe('runReport', () => {
  it('draws all charts of a run, each with its own name', () => {
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

  it('contains each chart in the page as in its file', () => {
    for (const { svg } of [...report.charts, ...report.sourceCharts]) expect(report.page).toContain(svg);
  });

  it('gives each chart a name, a description and its values as a table or in words', () => {
    const figures = report.page.match(/<figure>[\s\S]*?<\/figure>/g)!;
    expect(figures).toHaveLength(report.charts.length + report.sourceCharts.length);
    for (const figure of figures) {
      expect(figure).toMatch(/<svg[^>]* role="img"/);
      expect(figure).toMatch(/<title>.+<\/title><desc>.{20,}<\/desc>/);
      expect(figure).toMatch(/<details>[\s\S]*(<table>|<p>)[\s\S]*<\/details>/);
    }
  });

  it('starts with the result, and ends with how to reproduce it', () => {
    const headings = [...report.page.matchAll(/<h[12]>([\s\S]*?)<\/h[12]>/g)].map(([, text]) => text!);
    expect(headings[0]).toMatch(/^Trained on/);
    const order = [
      'Comparison with the source’s split',
      'Confusion matrix',
      'By speaker',
      'Confidence',
      'Learning curves',
      'Features that carry each emotion',
      'Most confident errors',
      'All metrics',
      'How to reproduce',
    ];
    const places = order.map((heading) => headings.indexOf(heading));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBe(1);
  });

  it('lists the most confident errors with their probabilities', () => {
    const text = report.page.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(
      /ravdess\/Actor_0\d\/\w+-0\d-\d\.wav<\/span> Speaker 0\d, labeled <strong>\w+<\/strong> \(10\.0%\)/,
    );
    expect(text).toContain('</strong> (70.0%).');
  });

  it('names the worst and the best speaker', () => {
    const text = report.page.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');
    expect(text).toMatch(
      /UAR from \d+\.\d% for 0\d to \d+\.\d% for 0\d\. All speakers are above the chance level\./,
    );
  });

  it('warns that an interval over two speakers is unreliable', () => {
    expect(report.page).toContain('<strong>Unreliable interval.</strong>');
  });

  it('has no learning curves for classifiers without epochs', () => {
    const once = [{ fold: 'hold-out', member: 'cnn1d', epochs: [epochRecord(1)] }];
    const { charts, page } = runReport({ metrics: sampleMetrics(), histories: once, recipe, engine, date });
    expect(charts.map(({ name }) => name)).toEqual(['confusion-matrix', 'recall-by-emotion']);
    expect(page).not.toContain('Learning curves');
  });

  it('states in a sentence that all emotions have the same number of clips', () => {
    const counts = [
      { name: 'training', counts: [12, 12, 12, 12] },
      { name: 'test', counts: [4, 4, 4, 4] },
    ];
    const { charts, page } = runReport({ metrics: sampleMetrics(), histories, recipe, engine, date, counts });
    expect(charts.map(({ name }) => name)).not.toContain('emotions');
    expect(page).toContain('Every emotion has the same number of clips: 12 in training and 4 in test.');
  });

  it('draws the lowest and the highest of many speakers', () => {
    const many = Array.from({ length: 60 }, (_, i) => String(i).padStart(2, '0'));
    const options = {
      metrics: sampleMetrics(),
      histories,
      recipe,
      engine,
      date,
      predictions: predictionsOf(many),
    };
    const { chart } = runReport(options).charts.find(({ name }) => name === 'speakers')!;
    expect(chart.title).toBe('UAR of each speaker, the 20 lowest and the 20 highest of 60');
    expect(chart.rows).toHaveLength(40);
  });
});

describe('evaluationReport', () => {
  it('draws the same charts, except those of training', () => {
    const { charts } = evaluationReport({
      metrics: { ...sampleMetrics(), engine: engine.name, trainedOn: [], trainedSpeakers: [] },
      ...{ engine, predictions, date },
    });
    expect(charts.map(({ name }) => name)).toEqual([
      'confusion-matrix',
      'recall-by-emotion',
      'speakers',
      'reliability',
      'roc',
    ]);
  });

  it('says how to cite and repeat it, with the command as typed, the date, and the version', () => {
    const metrics = { ...sampleMetrics(), engine: engine.name, trainedOn: [], trainedSpeakers: [] };
    const command = "ser evaluate --model runs/mine/model --data 'my clips' --out runs/new";
    const { page } = evaluationReport({ metrics, engine, predictions, date, command });
    expect(page).toContain(`<pre>${command.replaceAll("'", '&#39;')}</pre>`);
    expect(page).toContain('How to cite');
    expect(page).toMatch(/@software\{ser,/);
    expect(page).toContain(`${date}, @ser/experiments`);
  });
});
