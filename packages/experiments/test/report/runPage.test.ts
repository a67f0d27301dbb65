import { describe, expect, it } from 'vitest';
import type { RunMetrics } from '../../src/measures/runMetrics.js';
import { findRecipe } from '../../src/recipe/builtinRecipes.js';
import { runHeadline } from '../../src/report/headline.js';
import { runPage } from '../../src/report/runReport.js';
import { epochRecord, sampleMetrics } from '../sampleRun.js';

const engine = { name: 'tfjs-wasm', description: 'TensorFlow.js, WebAssembly' } as const;
const recipe = findRecipe('synthetic-voices');
const histories = [
  { fold: 'hold-out', epochs: [1, 2].map((epoch) => epochRecord(epoch, { loss: 2 / epoch })) },
];

const pageOf = (overrides: Partial<RunMetrics> = {}) =>
  runPage({ metrics: sampleMetrics(overrides), histories, recipe, engine });

describe('runHeadline', () => {
  const withoutFigure = (overrides: Partial<RunMetrics>) =>
    runHeadline(sampleMetrics(overrides)).split(':')[0];

  it('says who was trained on, who was tested, how well, how sure and how far from guessing', () => {
    expect(runHeadline(sampleMetrics()).replaceAll('\u00a0', ' ')).toBe(
      'Trained on 6 speakers of RAVDESS and tested on 2 it had never heard: the unweighted average recall (UAR) is ' +
        '68.8 % (95 % interval over speakers: 5.1 % to 98.9 %), where guessing gives 25.0 %.',
    );
  });

  it('says of several folds that each speaker was left out once', () => {
    const [fold] = sampleMetrics().folds;
    const other = {
      ...fold!,
      train: { clips: 40, speakers: ['01', '02', '07', '08'] },
      test: { clips: 8, speakers: ['03'] },
    };
    expect(withoutFigure({ folds: [fold!, other] })).toBe(
      'Trained on 4 to 6 speakers of RAVDESS at a time and tested on the 1 to 2 left out, in 2 folds that together test 3 speakers',
    );
  });

  it('says of a random split that the voices are the same', () => {
    expect(withoutFigure({ speakerIndependent: false })).toBe(
      'Trained on 48 clips of 6 speakers of RAVDESS and tested on 16 other clips of the same voices',
    );
  });

  it('calls synthetic voices synthetic', () => {
    const [corpus] = sampleMetrics().corpora;
    expect(withoutFigure({ corpora: [{ ...corpus!, synthetic: true }] })).toContain('6 synthetic voices');
  });

  it('gives the reason when there is no interval', () => {
    expect(runHeadline(sampleMetrics({ interval: null }))).toContain(
      'no interval, as one speaker cannot tell',
    );
  });
});

describe('runPage', () => {
  it('counts epochs where there are any: a classifier in closed form is fitted at once', () => {
    const [fold] = sampleMetrics().folds;
    expect(pageOf()).toMatch(/<th[^>]*>Epochs</);
    expect(pageOf({ folds: [{ ...fold!, epochs: 1 }] })).not.toMatch(/<th[^>]*>Epochs</);
  });

  it('tells how the copies of a training clip are made', () => {
    const metrics = sampleMetrics();
    const page = runPage({ metrics, histories, recipe: findRecipe('functionals'), engine });
    expect(page).toContain('speed (rate 0.88); speed (rate 1.12)');
  });

  it('starts with the headline', () => {
    const body = pageOf().split('<body>')[1]!;
    expect(body.replace(/\s+/g, ' ')).toMatch(/^ <main> <h1>Trained on 6 speakers of RAVDESS/);
  });

  it('needs neither network nor script', () => {
    const page = pageOf();
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(/);
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
  });

  it('warns when the test voices were in training', () => {
    const notice = 'The voices in the test were also in training.';
    expect(pageOf({ speakerIndependent: false })).toContain(notice);
    expect(pageOf()).not.toContain(notice);
  });

  it('warns when the voices are synthetic', () => {
    const notice = 'no human speaks here';
    expect(pageOf({ synthetic: true })).toContain(notice);
    expect(pageOf()).not.toContain(notice);
  });

  it('shows confusion matrix, recalls and learning curves, all with text alternatives', () => {
    const page = pageOf();
    expect(page.match(/<svg/g)).toHaveLength(5);
    expect(page.match(/<desc>/g)).toHaveLength(5);
  });

  it('names skipped clips with their reason, escaped', () => {
    const page = pageOf({
      skipped: [
        {
          corpus: 'ravdess',
          path: 'Actor_01/<b>.wav',
          code: 'truncated-file',
          message: 'It ends too early.',
        },
      ],
    });
    expect(page).toContain('ravdess/Actor_01/&lt;b&gt;.wav');
    expect(page).toContain('truncated-file');
    expect(page).toContain('It ends too early.');
  });

  it('says what a refitted model has heard', () => {
    expect(pageOf({ model: { refitted: true, clips: 64, speakers: ['01', '07'] } })).toContain(
      'trained once more',
    );
    expect(pageOf({ model: null })).toContain('No model was kept');
  });

  it('says how to make the run again, and gives the license of the recordings', () => {
    const page = pageOf();
    expect(page).toContain(
      'ser train --recipe recipe.json --data ravdess=FOLDER --engine tfjs-wasm --out AGAIN',
    );
    expect(page).toContain('CC BY-NC-SA 4.0');
  });
});
