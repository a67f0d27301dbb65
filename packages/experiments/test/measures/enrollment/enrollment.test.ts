import { describe, expect, it } from 'vitest';
import { enrollment } from '../../../src/measures/enrollment/enrollment.js';
import { enrollmentCsv } from '../../../src/measures/enrollment/enrollmentCsv.js';
import { evaluationSchema } from '../../../src/recipe/evaluationRecipe.js';
import { clipsOf, emotions } from './voices.js';

const none = [0, 0, 0, 0, 0];
/** Sounds angry whatever is said, by more than any emotion. */
const angry = [0, 0, 0, 3, 0];

const options = { labels: emotions, enrollment: [1, 3, 10], seed: 1 };
const plain = { corpus: 'ravdess', speaker: '01', offset: none, acted: emotions };
const shifted = { corpus: 'ravdess', speaker: '02', offset: angry, acted: emotions };

function uars(predictions: Parameters<typeof enrollment>[0], curve = 0) {
  const { points } = enrollment(predictions, options).curves[curve]!;
  return points.map(({ uar }) => uar);
}

describe('enrollment', () => {
  it('changes nothing for a speaker without an offset', () => {
    expect(uars(clipsOf(plain))).toEqual([1, 1, 1, 1, 1]);
  });

  it('is the UAR of the predictions without enrollment', () => {
    const [cold] = uars(clipsOf(shifted));
    expect(cold).toBe(1 / 5); // all are called angry
  });

  it('removes the offset of a speaker, more with more clips', () => {
    const [cold, one, , ten, all] = uars(clipsOf(shifted));
    expect(cold).toBe(1 / 5);
    // a third of the offset, 3, leaves 2 to a margin of 1: still angry
    expect(one).toBeLessThan(0.3);
    // ten twelfths of it leave a half
    expect(ten).toBe(1);
    expect(all).toBe(1);
  });

  it('does not depend on the order of the clips', () => {
    const predictions = [...clipsOf(plain), ...clipsOf(shifted)];
    expect(enrollment([...predictions].reverse(), options)).toEqual(enrollment(predictions, options));
  });

  it('removes an offset with a class profile, also in sessions that mostly have one emotion', () => {
    const other = { ...shifted, corpus: 'nemo', speaker: 'AB1' };
    const predictions = [...clipsOf(plain), ...clipsOf(other)];
    const session = { ...options, enrollment: [10], skew: 0.8, classProfile: 'fitted' as const };
    const [cold, ten] = enrollment(predictions, session).curves[0]!.points;
    expect(cold!.uar).toBe((1 + 1 / 5) / 2);
    expect(ten!.uar).toBeGreaterThan(0.9);
  });

  it('measures sessions in which every clip has one emotion, with and without adaptation', () => {
    const predictions = [...clipsOf(plain), ...clipsOf({ ...plain, corpus: 'nemo', speaker: 'AB1' })];
    const session = { ...options, enrollment: [2], skew: 1, sameEmotion: true, draws: 40 };
    const two = (more: object) => enrollment(predictions, { ...session, ...more }).curves[0]!.points[1]!.uar;
    expect(two({ adapted: false })).toBe(1);
    expect(two({})).toBe(1);
    expect(two({ classProfile: 'fitted' })).toBe(1);
  });

  it('does not test enrollment clips, and uses at most half of a speaker’s clips', () => {
    // a speaker with two clips: one for enrollment, one to test in each draw
    const [first, second] = [clipsOf(plain)[0]!, clipsOf(plain)[6]!];
    const wrong = { ...second, probabilities: Float32Array.of(0.9, 0.025, 0.025, 0.025, 0.025) };
    const { points } = enrollment([first, wrong], { ...options, enrollment: [10], draws: 1 }).curves[1]!;
    expect([0, 1]).toContain(points[1]!.uar);
  });

  it('tests each corpus separately, and averages', () => {
    const polish = { ...shifted, corpus: 'nemo', speaker: 'AB1' };
    const { points } = enrollment([...clipsOf(plain), ...clipsOf(polish)], options).curves[0]!;
    const [cold] = points;
    expect(cold!.corpora.map(({ corpus, uar }) => [corpus, uar])).toEqual([
      ['nemo', 1 / 5],
      ['ravdess', 1],
    ]);
    expect(cold!.uar).toBeCloseTo(0.6, 12);
    expect(cold!.interval).toBeNull();
  });

  it('also chooses between the labels of the corpus, if it lacks some', () => {
    const polish = { ...plain, acted: emotions.slice(0, 4), offset: [0, 0, 0, 0, 3] };
    const { curves } = enrollment(clipsOf(polish), options);
    expect(curves.map(({ choice, chance }) => [choice, chance])).toEqual([
      ['all', 1 / 5],
      ['tested', 1 / 4],
    ]);
    expect(curves[0]!.points[0]!.uar).toBe(0); // all are called fear
    expect(curves[1]!.points[0]!.uar).toBe(1);
  });

  it('also chooses between four classes, by their scores only', () => {
    const fearful = { ...plain, offset: [0, 0, 0, 0, 3] };
    const fourClasses = ['angry', 'happy', 'neutral', 'sad'];
    const { curves } = enrollment(clipsOf(fearful), { ...options, fourClasses });
    expect(curves.map(({ choice, labels }) => [choice, labels.length])).toEqual([
      ['all', 5],
      ['four', 4],
    ]);
    expect(curves[1]!.points[0]!.uar).toBe(1);
    expect(curves[1]!.chance).toBe(0.25);
  });

  it('treats a probability of 0 as a very small one', () => {
    const sure = clipsOf(plain).map((one) => ({
      ...one,
      probabilities: Float32Array.from(emotions, (_, label) => (label === one.actual ? 1 : 0)),
    }));
    expect(uars(sure)).toEqual([1, 1, 1, 1, 1]);
  });

  it('has an interval over speakers', () => {
    const { points } = enrollment([...clipsOf(plain), ...clipsOf(shifted)], options).curves[0]!;
    expect(points[0]!.interval).toEqual({ low: 0.2, high: 1 });
    expect(points.at(-1)!.interval).toEqual({ low: 1, high: 1 });
  });
});

describe('enrollmentCsv', () => {
  it('has a row for each corpus and one for their mean', () => {
    const lines = enrollmentCsv(enrollment(clipsOf(shifted), options)).split('\n');
    expect(lines[0]).toBe('choice,corpus,clips,uar,low,high');
    expect(lines[1]).toBe('all,ravdess,0,0.2,,');
    expect(lines[2]).toBe('all,mean,0,0.2,,');
    expect(lines.at(-2)).toBe('all,mean,all,1,,');
  });
});

describe('evaluationSchema', () => {
  it('takes rising numbers of clips and four labels', () => {
    const evaluation = { enrollment: [1, 3, 5, 10], fourClasses: ['angry', 'happy', 'neutral', 'sad'] };
    expect(evaluationSchema.parse(evaluation)).toEqual(evaluation);
    expect(evaluationSchema.parse({ enrollment: [1] })).toEqual({ enrollment: [1] });
  });

  it.each([
    [{ enrollment: [] }],
    [{ enrollment: [0, 1] }],
    [{ enrollment: [3, 1] }],
    [{ enrollment: [1], fourClasses: ['angry', 'happy', 'sad'] }],
    [{ enrollment: [1], fourClasses: ['angry', 'happy', 'sad', 'sad'] }],
    [{ enrollment: [1], draws: 3 }],
  ])('refuses %j', (evaluation) => {
    expect(evaluationSchema.safeParse(evaluation).success).toBe(false);
  });
});
