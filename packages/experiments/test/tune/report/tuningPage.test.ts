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
  it('starts with what the best recipe is worth on new speakers, then what it was worth on those that chose it', () => {
    expect(pageOf()).toContain(
      '<h1>The best of 18 trials has an unweighted average recall (UAR) of 68.8 % (95 % interval over speakers: 5.1 % ' +
        'to 98.9 %) on 2 speakers of RAVDESS that the search never heard, where guessing gives 25.0 %. On the 2 that ' +
        'chose it, it had 64.7 %.</h1>',
    );
  });

  it('needs neither network nor script', () => {
    const page = tuningPage(sampleTuning());
    expect(page).not.toMatch(/<script|<link|<img|src=|@import|url\(|https?:\/\//);
  });

  it('lists the trials, the longest trained first and of these the best, what failed last', () => {
    const body = pageOf().split('<tbody>')[1]!.split('</tbody>')[0]!;
    const trials = [...body.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, cell]) =>
      Number.parseInt(cell!.replace(/<.*?>/, '')),
    );
    expect(trials.slice(0, 7)).toEqual([13, 11, 12, 7, 10, 16, 18]);
    expect(trials.at(-1)).toBe(2);
    expect(body).toContain('<strong>13, best</strong>');
    expect(body).toContain('<th scope="row">1, as it stands</th>');
    expect(body).toContain('<abbr title="The loss is not finite.">diverged</abbr>');
  });

  it('draws each trial once for each hyperparameter, rings the best and says in words what there is to see', () => {
    const figures = pageOf().split('<figure>').slice(1);
    expect(figures).toHaveLength(4);
    for (const figure of figures) {
      expect(figure.match(/class="final"/g)).toHaveLength(6);
      expect(figure.match(/class="early"/g)).toHaveLength(11);
      expect(figure.match(/class="best"/g)).toHaveLength(1);
      expect(figure.match(/class="failed"/g)).toHaveLength(1);
      expect(figure).toContain('18 trials; UAR from 34.6 to 64.7 %. The best, trial 13, has');
    }
  });

  it.each([
    [
      'halving',
      'Successive halving, a rung at a time, so that the number of workers changes nothing: 18 for 10 epochs and 6 for 30 epochs',
    ],
    ['asha', 'which trials went on may depend on which finished first: 18 for 10 epochs'],
    ['random', 'Every trial was trained to its end.'],
  ] as const)('says what %s means', (method, meaning) => {
    expect(pageOf({ method })).toContain(meaning);
  });

  it('warns of synthetic voices', () => {
    expect(pageOf({ test: { ...sampleTuning().test, synthetic: true } })).toContain('Synthetic voices.');
  });

  it('gives the command that makes the same search again', () => {
    expect(pageOf()).toContain(
      'ser tune sample-recipe.json --data ravdess=FOLDER --search halving --trials 18 --seed 3 --engine tfjs-wasm --out AGAIN',
    );
  });
});
