import { describe, expect, it } from 'vitest';
import { enrolment } from '../../../src/measures/enrollment/enrolment.js';
import { enrolmentCsv } from '../../../src/measures/enrollment/enrolmentCsv.js';
import { evaluationSchema } from '../../../src/recipe/evaluationRecipe.js';
import { clipsOf, emotions } from '../../enrolment/voices.js';

const none = [0, 0, 0, 0, 0];
/** Sounds angry whatever it says, by more than any emotion stands out. */
const angry = [0, 0, 0, 3, 0];

const options = { labels: emotions, enrolment: [1, 3, 10], seed: 1 };
const plain = { corpus: 'ravdess', speaker: '01', offset: none, acted: emotions };
const shifted = { corpus: 'ravdess', speaker: '02', offset: angry, acted: emotions };

function uars(predictions: Parameters<typeof enrolment>[0], curve = 0) {
  const { points } = enrolment(predictions, options).curves[curve]!;
  return points.map(({ uar }) => uar);
}

describe('enrolment', () => {
  it('changes nothing for a voice that needs it not', () => {
    expect(uars(clipsOf(plain))).toEqual([1, 1, 1, 1, 1]);
  });

  it('is what the predictions say while nothing was heard', () => {
    const [cold] = uars(clipsOf(shifted));
    expect(cold).toBe(1 / 5); // all are called angry
  });

  it('takes off what a voice always sounds like, the more the more was heard', () => {
    const [cold, one, , ten, all] = uars(clipsOf(shifted));
    expect(cold).toBe(1 / 5);
    // a third of the offset, 3, leaves 2 to a margin of 1: still angry
    expect(one).toBeLessThan(0.3);
    // ten twelfths of it leave a half
    expect(ten).toBe(1);
    expect(all).toBe(1);
  });

  it('scores the same clips in whatever order they come', () => {
    const predictions = [...clipsOf(plain), ...clipsOf(shifted)];
    expect(enrolment([...predictions].reverse(), options)).toEqual(enrolment(predictions, options));
  });

  it('does not score what was heard, and hears at most half of a speaker’s clips', () => {
    // a voice of two clips: with one heard, one is left to score in each draw
    const [first, second] = [clipsOf(plain)[0]!, clipsOf(plain)[6]!];
    const wrong = { ...second, probabilities: Float32Array.of(0.9, 0.025, 0.025, 0.025, 0.025) };
    const { points } = enrolment([first, wrong], { ...options, enrolment: [10], draws: 1 }).curves[1]!;
    expect([0, 1]).toContain(points[1]!.uar);
  });

  it('scores each corpus by itself, and averages', () => {
    const polish = { ...shifted, corpus: 'nemo', speaker: 'AB1' };
    const { points } = enrolment([...clipsOf(plain), ...clipsOf(polish)], options).curves[0]!;
    const [cold] = points;
    expect(cold!.corpora.map(({ corpus, uar }) => [corpus, uar])).toEqual([
      ['nemo', 1 / 5],
      ['ravdess', 1],
    ]);
    expect(cold!.uar).toBeCloseTo(0.6, 12);
    expect(cold!.interval).toBeNull();
  });

  it('chooses between the labels of the corpus besides, where it lacks some', () => {
    const polish = { ...plain, acted: emotions.slice(0, 4), offset: [0, 0, 0, 0, 3] };
    const { curves } = enrolment(clipsOf(polish), options);
    expect(curves.map(({ choice, chance }) => [choice, chance])).toEqual([
      ['all', 1 / 5],
      ['tested', 1 / 4],
    ]);
    expect(curves[0]!.points[0]!.uar).toBe(0); // all are called fear
    expect(curves[1]!.points[0]!.uar).toBe(1);
  });

  it('chooses between four classes besides, by the scores of these alone', () => {
    const fearful = { ...plain, offset: [0, 0, 0, 0, 3] };
    const fourClasses = ['angry', 'happy', 'neutral', 'sad'];
    const { curves } = enrolment(clipsOf(fearful), { ...options, fourClasses });
    expect(curves.map(({ choice, labels }) => [choice, labels.length])).toEqual([
      ['all', 5],
      ['four', 4],
    ]);
    expect(curves[1]!.points[0]!.uar).toBe(1);
    expect(curves[1]!.chance).toBe(0.25);
  });

  it('takes a probability of 0 for a very small one', () => {
    const sure = clipsOf(plain).map((one) => ({
      ...one,
      probabilities: Float32Array.from(emotions, (_, label) => (label === one.actual ? 1 : 0)),
    }));
    expect(uars(sure)).toEqual([1, 1, 1, 1, 1]);
  });

  it('has an interval over speakers', () => {
    const { points } = enrolment([...clipsOf(plain), ...clipsOf(shifted)], options).curves[0]!;
    expect(points[0]!.interval).toEqual({ low: 0.2, high: 1 });
    expect(points.at(-1)!.interval).toEqual({ low: 1, high: 1 });
  });
});

describe('enrolmentCsv', () => {
  it('has a row for each corpus and one for their mean', () => {
    const lines = enrolmentCsv(enrolment(clipsOf(shifted), options)).split('\n');
    expect(lines[0]).toBe('choice,corpus,clips,uar,low,high');
    expect(lines[1]).toBe('all,ravdess,0,0.2,,');
    expect(lines[2]).toBe('all,mean,0,0.2,,');
    expect(lines.at(-2)).toBe('all,mean,all,1,,');
  });
});

describe('evaluationSchema', () => {
  it('takes rising numbers of clips and four labels', () => {
    const evaluation = { enrolment: [1, 3, 5, 10], fourClasses: ['angry', 'happy', 'neutral', 'sad'] };
    expect(evaluationSchema.parse(evaluation)).toEqual(evaluation);
    expect(evaluationSchema.parse({ enrolment: [1] })).toEqual({ enrolment: [1] });
  });

  it.each([
    [{ enrolment: [] }],
    [{ enrolment: [0, 1] }],
    [{ enrolment: [3, 1] }],
    [{ enrolment: [1], fourClasses: ['angry', 'happy', 'sad'] }],
    [{ enrolment: [1], fourClasses: ['angry', 'happy', 'sad', 'sad'] }],
    [{ enrolment: [1], draws: 3 }],
  ])('refuses %j', (evaluation) => {
    expect(evaluationSchema.safeParse(evaluation).success).toBe(false);
  });
});
