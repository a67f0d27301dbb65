import { describe, expect, it } from 'vitest';
import { tuningPage } from '../../../src/tune/report/tuningPage.js';
import { sampleTuning } from '../sampleTuning.js';

const text = (page: string) =>
  page
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/\s+/g, ' ')
    .replaceAll('\u00a0', ' ');
const pageOf = (...overrides: Parameters<typeof sampleTuning>) =>
  text(tuningPage(sampleTuning(...overrides)));

describe('tuningPage', () => {
  it('starts with the score on the test speakers, then that on the validation speakers', () => {
    expect(pageOf()).toContain(
      '<h1>The best of 18 trials has an unweighted average recall (UAR) of 68.8% (95% interval over speakers: 5.1% ' +
        'to 98.9%) on 2 speakers of RAVDESS that were not used in the search, chance level 25.0%. On the 2 ' +
        'validation speakers, by which it was chosen, it had 64.7%.</h1>',
    );
  });

  it('needs neither network nor script', () => {
    const page = tuningPage(sampleTuning()).replaceAll('http://www.w3.org/2000/svg', '');
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(|https?:\/\//);
  });

  it('lists the trials by epochs and score, failed ones last', () => {
    const body = pageOf().split('<tbody>')[1]!.split('</tbody>')[0]!;
    const trials = [...body.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, cell]) =>
      Number.parseInt(cell!.replace(/<.*?>/, '')),
    );
    expect(trials.slice(0, 7)).toEqual([13, 11, 12, 7, 10, 16, 18]);
    expect(trials.at(-1)).toBe(2);
    expect(body).toContain('<strong>13, best</strong>');
    expect(body).toContain('<th scope="row">1, the recipe</th>');
    expect(body).toContain('<abbr title="The loss is not finite.">diverged</abbr>');
  });

  it('draws a chart for each hyperparameter', () => {
    const figures = pageOf().split('<figure>').slice(1);
    expect(figures).toHaveLength(4);
    for (const figure of figures) expect(figure).toContain('role="img"');
  });

  it.each([
    [
      'halving',
      'Successive halving, whose result does not depend on the number of workers: 18 for 10 epochs and 6 for 30 epochs',
    ],
    ['asha', 'whose result may depend on timing: 18 for 10 epochs'],
    ['random', 'Every trial was trained completely.'],
  ] as const)('explains the method %s', (method, meaning) => {
    expect(pageOf({ method })).toContain(meaning);
  });

  it('warns of synthetic voices', () => {
    expect(pageOf({ test: { ...sampleTuning().test, synthetic: true } })).toContain('Synthetic voices.');
  });

  it('shows the command that repeats the search', () => {
    expect(pageOf()).toContain(
      'ser tune --recipe sample-recipe.json --data ravdess=FOLDER --search halving --trials 18 --seed 3 --engine tfjs-wasm --out AGAIN',
    );
  });
});
