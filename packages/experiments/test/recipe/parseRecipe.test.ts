import { SerError } from '@ser/core';
import { createFeaturePlan } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { builtinRecipes, findRecipe } from '../../src/recipe/builtinRecipes.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';

const smallest = {
  name: 'smallest',
  title: 'The smallest recipe',
  corpora: [{ name: 'ravdess' }],
  labels: ['happy', 'sad'],
  split: { kind: 'speaker' },
  features: { sampleRate: 16000, features: [{ name: 'mfcc' }], segment: { duration: 1 } },
  classifier: { kind: 'cnn1d', convolutions: [{ filters: 8, kernelSize: 3 }], dense: [8] },
};

/** The only member of a recipe in the short form. */
const memberOf = (json: unknown) => parseRecipe(json).members[0]!;

function problemsOf(change: object): string {
  try {
    parseRecipe({ ...smallest, ...change }, 'my-recipe.json');
  } catch (error) {
    expect(error).toBeInstanceOf(SerError);
    expect((error as SerError).code).toBe('invalid-recipe');
    return (error as SerError).message;
  }
  return 'none';
}

describe('parseRecipe', () => {
  it('fills in the defaults', () => {
    const { seed, maxUnreadable, members } = parseRecipe(smallest);
    expect({ seed, maxUnreadable }).toEqual({ seed: 1, maxUnreadable: 0.05 });
    expect(members).toEqual([
      {
        name: 'cnn1d',
        weight: 1,
        features: smallest.features,
        normalize: { scope: 'train' },
        classifier: smallest.classifier,
        training: { epochs: 100, batchSize: 64, optimizer: { name: 'adam', learningRate: 0.001 } },
      },
    ]);
  });

  it("gives each optimizer Keras's learning rate", () => {
    const rateOf = (name: string) =>
      memberOf({ ...smallest, training: { optimizer: { name } } }).training.optimizer.learningRate;
    expect(['adam', 'adamW', 'rmsprop', 'sgd'].map(rateOf)).toEqual([0.001, 0.001, 0.001, 0.01]);
  });

  it('lets callbacks monitor the training without validation clips', () => {
    expect(problemsOf({ training: { earlyStopping: { monitor: 'loss', patience: 2 } } })).toBe('none');
  });

  it.each([
    ['speaker', { scope: 'speaker' }],
    [
      { scope: 'speaker', clip: 3 },
      { scope: 'speaker', clip: 3 },
    ],
  ])('accepts %j as normalization', (normalize, expected) => {
    expect(memberOf({ ...smallest, normalize }).normalize).toEqual(expected);
  });

  it('names the member of the short form after its classifier', () => {
    const nameOf = (kind: string) => memberOf({ ...smallest, classifier: { kind } }).name;
    expect(['ridge', 'kernelRidge'].map(nameOf)).toEqual(['ridge', 'kernel-ridge']);
  });

  it('gives a classifier other than a network one epoch', () => {
    const { classifier, training } = memberOf({ ...smallest, classifier: { kind: 'ridge' } });
    expect([classifier, training.epochs]).toEqual([{ kind: 'ridge' }, 1]);
    expect(problemsOf({ classifier: { kind: 'ridge' }, training: { classWeights: [1, 2] } })).toBe('none');
  });

  it('accepts clips of different length with an encoding', () => {
    const features = { sampleRate: 16000, features: [{ name: 'mfcc' }] };
    expect(problemsOf({ features, encoding: { kind: 'fisherVectors' } })).toBe('none');
  });

  it('gives a recipe that parses to itself, so that the recipe in a run folder repeats the run', () => {
    const recipe = parseRecipe(smallest);
    expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  });

  it('refuses an unknown key by its name, at any depth', () => {
    const message = problemsOf({ epochs: 3, training: { epoch: 3 } });
    expect(message).toContain('"epochs"');
    expect(message).toContain('training: Unrecognized key: "epoch"');
  });

  it('lists every problem, each with its path', () => {
    const message = problemsOf({ labels: ['happy', 'joy'], seed: -1, maxUnreadable: 2 });
    expect(message).toContain('The recipe `my-recipe.json` is not valid');
    expect(message).toContain('seed: ');
    expect(message).toContain('maxUnreadable: ');
  });

  it.each([
    [
      'a label that no corpus of it has',
      { labels: ['happy', 'joy'] },
      'labels[1]: must be an emotion of ravdess: ',
    ],
    ['a label twice', { labels: ['sad', 'happy', 'sad'] }, 'labels: `sad` appears twice'],
    [
      'a name that is no name of a corpus',
      { corpora: [{ name: 'a/b' }] },
      'corpora[0].name: expected a name without spaces',
    ],
    [
      'an unknown normalization',
      { normalize: 'corpus' },
      'normalize: expected train, speaker, clip, or an object',
    ],
    ['a limit of 0', { normalize: { scope: 'train', clip: 0 } }, 'normalize'],
    [
      'to normalize a clip by its only row',
      { normalize: 'clip', features: { ...smallest.features, functionals: ['mean'] } },
      'normalize: `clip` needs several frames per clip, but these features have one row per clip',
    ],
    [
      'epochs of a classifier that has none',
      { classifier: { kind: 'ridge' }, training: { epochs: 20 } },
      'training.epochs: must be 1, because `ridge` is fitted in one pass; got 20',
    ],
    [
      'network options for a classifier that has none',
      { classifier: { kind: 'ridge' }, training: { mixup: { alpha: 0.2 } } },
      'training.mixup: is an option of networks, not of `ridge`; leave it out',
    ],
    [
      'a split of unknown kind',
      { split: { kind: 'odd' } },
      'split.kind: expected one of speaker, speaker-folds',
    ],
    ['a fold count of 1', { split: { kind: 'speaker-folds', folds: 1 } }, 'split.folds: '],
    [
      'features @ser/dsp refuses',
      { features: { sampleRate: 16000, features: [{ name: 'nosuch' }] } },
      'nosuch',
    ],
    [
      'features of clips of different shape',
      { features: { sampleRate: 16000, features: [{ name: 'mfcc' }] } },
      'features: clips of different length would have different shapes; add a `segment`, `functionals`, or an',
    ],
    [
      'to encode clips that have one row',
      { features: { ...smallest.features, functionals: ['mean'] }, encoding: { kind: 'fisherVectors' } },
      'encoding: needs several frames per clip, but these features have one row per clip',
    ],
    [
      'an encoding @ser/models refuses',
      { encoding: { kind: 'fisherVectors', nComponents: 0 } },
      'encoding: ',
    ],
    [
      'a corpus twice',
      { corpora: [{ name: 'ravdess' }, { name: 'ravdess' }] },
      'corpora: `ravdess` appears twice',
    ],
    [
      'an augmentation @ser/dsp refuses',
      { augmentation: { variants: [[{ name: 'echo' }]] } },
      'augmentation: ',
    ],
    [
      'early stopping without validation clips',
      { training: { earlyStopping: {} } },
      'split: `training.earlyStopping` needs validation clips, but this split has none',
    ],
    [
      'a source split without validation clips for a callback',
      {
        split: { kind: 'speaker', validationFraction: 0.1 },
        sourceSplit: { kind: 'random' },
        training: { reduceLearningRateOnPlateau: { monitor: 'validationUar' } },
      },
      'sourceSplit: `training.reduceLearningRateOnPlateau` needs validation clips',
    ],
    [
      'a weight too many',
      { training: { classWeights: [1, 2, 3] } },
      'training.classWeights: must have 2 weights, one per label; got 3',
    ],
    [
      'two ways to change the learning rate',
      {
        training: {
          learningRateSchedule: { name: 'cosine', decaySteps: 10 },
          reduceLearningRateOnPlateau: { monitor: 'loss' },
        },
      },
      'training: `learningRateSchedule` and `reduceLearningRateOnPlateau` both',
    ],
    [
      'a search of a value that the recipe does not have',
      { search: { parameters: { '/classifier/nosuch': { kind: 'linear', low: 0, high: 1 } } } },
      'nosuch',
    ],
    ['a network @ser/models refuses', { classifier: { kind: 'nosuch' } }, 'classifier: '],
    ['a name with spaces', { name: 'My Recipe' }, 'name: use lowercase words joined by hyphens'],
  ])('refuses %s', (_, change, fragment) => {
    expect(problemsOf(change)).toContain(fragment);
  });

  it('refuses JSON that is not an object', () => {
    expect(() => parseRecipe(3)).toThrow('(recipe): ');
  });
});

describe('a recipe with several members', () => {
  const { features, classifier, ...task } = smallest;
  const cnn = { name: 'cnn', features, classifier };
  const ridge = { name: 'ridge', weight: 2, features, classifier: { kind: 'ridge' } };
  const messageOf = (change: object) => {
    try {
      parseRecipe({ ...task, members: [cnn, ridge], ...change });
    } catch (error) {
      return (error as Error).message;
    }
    return 'none';
  };

  it('fills in the defaults of each, and parses to itself', () => {
    const recipe = parseRecipe({ ...task, members: [cnn, ridge] });
    expect(recipe.members).toMatchObject([
      { name: 'cnn', weight: 1, normalize: { scope: 'train' }, training: { epochs: 100, batchSize: 64 } },
      { name: 'ridge', weight: 2, normalize: { scope: 'train' }, training: { epochs: 1 } },
    ]);
    expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  });

  it('may have only one', () => {
    expect(parseRecipe({ ...task, members: [{ ...cnn, name: 'cnn1d' }] })).toEqual(parseRecipe(smallest));
  });

  it.each([
    ['none', { members: [] }, 'members: '],
    ['a name twice', { members: [cnn, { ...ridge, name: 'cnn' }] }, 'members: `cnn` appears twice'],
    [
      'a name that is no file name',
      { members: [cnn, { ...ridge, name: '../x' }] },
      'members[1].name: use lowercase',
    ],
    ['a weight of 0', { members: [cnn, { ...ridge, weight: 0 }] }, 'members[1].weight: '],
    ['a mistyped key', { members: [cnn, { ...ridge, wieght: 1 }] }, 'members[1]: Unrecognized key: "wieght"'],
    ['features in addition', { features }, 'features: must be inside `members`; a recipe has either'],
    ['a classifier in addition', { classifier }, 'classifier: must be inside `members`'],
    [
      'a search',
      { search: { parameters: { '/training/batchSize': { kind: 'integer', low: 1, high: 9 } } } },
      'search: needs a recipe with one member',
    ],
    ['neither', { members: undefined }, 'members: '],
    [
      'different sample rates',
      { members: [cnn, { ...ridge, features: { ...features, sampleRate: 8000 } }] },
      'members[1].features.sampleRate: must be 16000, as for `cnn`; got 8000 for `ridge`',
    ],
    [
      'epochs of a classifier that has none',
      { members: [cnn, { ...ridge, training: { epochs: 9 } }] },
      'members[1].training.epochs: must be 1, because `ridge` is fitted in one pass',
    ],
    [
      'a weight too many',
      { members: [{ ...cnn, training: { classWeights: [1, 2, 3] } }, ridge] },
      'members[0].training.classWeights: must have 2 weights',
    ],
    [
      'early stopping without validation clips',
      { members: [{ ...cnn, training: { earlyStopping: {} } }, ridge] },
      '\n  split: `training.earlyStopping` needs validation clips',
    ],
    [
      'to normalize a clip by its only row',
      { members: [cnn, { ...ridge, normalize: 'clip', features: { ...features, functionals: ['mean'] } }] },
      'members[1].normalize: `clip` needs several frames',
    ],
  ])('refuses %s', (_, change, fragment) => {
    expect(messageOf(change)).toContain(fragment);
  });

  it('says what to add if there is neither', () => {
    expect(() => parseRecipe(task)).toThrow(
      'members: expected a list; give `members`, or `features` and a `classifier` instead',
    );
  });
});

describe('builtinRecipes', () => {
  it('are found by name', () => {
    expect(builtinRecipes.map(({ name }) => name)).toEqual([
      'functionals',
      'functionals-fusion',
      'encoder',
      'encoder-fusion',
      'dimensions',
      'general',
      'general-small',
      'crema-d-cnn',
      'ravdess-cnn',
      'tess-crema-d-dense',
      'tess-crema-d-spectrogram',
      'tess-cnn-lstm',
      'four-corpora-deep-cnn',
      'synthetic-voices',
    ]);
    expect(findRecipe('ravdess-cnn').labels).toHaveLength(8);
  });

  it('test unseen speakers, and use random splits only as the split of the source', () => {
    for (const { name, split, sourceSplit } of builtinRecipes) {
      expect(split.kind).not.toBe('random');
      const hasNoSource = ['dimensions', 'general', 'general-small', 'synthetic-voices'].includes(name);
      expect(sourceSplit?.kind).toBe(hasNoSource ? undefined : 'random');
    }
  });

  it('measure enrollment for the general models, also with four classes', () => {
    const measured = { enrollment: [1, 3, 5, 10], fourClasses: ['angry', 'happy', 'neutral', 'sad'] };
    for (const name of ['general', 'general-small']) {
      const { members, evaluation } = findRecipe(name);
      for (const { normalize } of members) {
        expect(normalize).toEqual({ scope: 'speaker', clip: 3, unseenSpeakers: 'average' });
      }
      expect(evaluation).toMatchObject(measured);
    }
    expect(findRecipe('general').evaluation?.classProfile).toBe(true);
  });

  it('give the fusion with the encoder 796 functionals beside its 2,304 numbers', () => {
    const { features, augmentation, classifier } = findRecipe('encoder-fusion').members[0]!;
    const { nFrames, names } = createFeaturePlan(features);
    expect([nFrames, names.length]).toEqual([1, 3100]);
    expect(names.filter((name) => name.startsWith('encoder.'))).toHaveLength(2304);
    expect(augmentation?.variants).toHaveLength(2);
    expect(classifier).toMatchObject({ kind: 'kernelRidge', kernel: 'arcCosine' });
  });

  it('give the deep network the 880 values of its source', () => {
    const deep = findRecipe('four-corpora-deep-cnn').members[0]!;
    const { nFrames, nFeatures } = createFeaturePlan(deep.features);
    expect([nFrames, nFeatures]).toEqual([44, 20]);
  });

  it('parse to themselves', () => {
    for (const recipe of builtinRecipes) {
      expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
    }
  });

  it('of an unknown name are refused, with the known names', () => {
    expect(() => findRecipe('nosuch')).toThrow(
      expect.objectContaining({
        code: 'unknown-recipe',
        message: expect.stringContaining('crema-d-cnn, ravdess-cnn, '),
      }),
    );
  });
});
