import { SerError } from '@ser/core';
import { createFeaturePlan } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { builtinRecipes, findRecipe } from '../../src/recipe/builtinRecipes.js';
import { parseRecipe } from '../../src/recipe/parseRecipe.js';

const smallest = {
  name: 'smallest',
  title: 'As little as a recipe can say',
  corpora: [{ name: 'ravdess' }],
  labels: ['happy', 'sad'],
  split: { kind: 'speaker' },
  features: { sampleRate: 16000, features: [{ name: 'mfcc' }], segment: { duration: 1 } },
  classifier: { kind: 'cnn1d', convolutions: [{ filters: 8, kernelSize: 3 }], dense: [8] },
};

const parseSingle = (json: unknown) => requireSingle(parseRecipe(json));

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
    expect(parseRecipe(smallest)).toMatchObject({
      normalize: 'train',
      training: { epochs: 100, batchSize: 64, optimizer: { name: 'adam', learningRate: 0.001 } },
      seed: 1,
      maxUnreadable: 0.05,
    });
  });

  it("gives each optimizer Keras's learning rate", () => {
    const rateOf = (name: string) =>
      parseSingle({ ...smallest, training: { optimizer: { name } } }).training.optimizer.learningRate;
    expect(['adam', 'adamW', 'rmsprop', 'sgd'].map(rateOf)).toEqual([0.001, 0.001, 0.001, 0.01]);
  });

  it('lets callbacks watch training figures without validation clips', () => {
    expect(problemsOf({ training: { earlyStopping: { monitor: 'loss', patience: 2 } } })).toBe('none');
  });

  it.each(['speaker', { scope: 'speaker', clip: 3 }])('takes %j as a normalisation', (normalize) => {
    expect(parseSingle({ ...smallest, normalize }).normalize).toEqual(normalize);
  });

  it('gives a closed-form classifier one epoch', () => {
    const { classifier, training } = parseSingle({ ...smallest, classifier: { kind: 'ridge' } });
    expect([classifier, training.epochs]).toEqual([{ kind: 'ridge' }, 1]);
    expect(problemsOf({ classifier: { kind: 'ridge' }, training: { classWeights: [1, 2] } })).toBe('none');
  });

  it('takes clips of different length where an encoding makes one row of them', () => {
    const features = { sampleRate: 16000, features: [{ name: 'mfcc' }] };
    expect(problemsOf({ features, encoding: { kind: 'fisherVectors' } })).toBe('none');
  });

  it('gives a recipe that parses to itself, so that a run folder repeats the run', () => {
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
      'labels[1]: `joy` is no emotion of ravdess',
    ],
    ['a label twice', { labels: ['sad', 'happy', 'sad'] }, 'labels: `sad` stands twice'],
    ['a corpus that is not known', { corpora: [{ name: 'nosuch' }] }, 'corpora[0].name: '],
    [
      'an unknown normalisation',
      { normalize: 'corpus' },
      'normalize: expected train, speaker, clip, or an object',
    ],
    ['a limit of 0', { normalize: { scope: 'train', clip: 0 } }, 'normalize'],
    [
      'to normalise a clip by its only row',
      { normalize: 'clip', features: { ...smallest.features, functionals: ['mean'] } },
      'normalize: `clip` takes each clip by its own frames, and these features have one row a clip',
    ],
    [
      'epochs of what is fitted at once',
      { classifier: { kind: 'ridge' }, training: { epochs: 20 } },
      'training.epochs: `ridge` is fitted at once, in 1 epoch; got 20',
    ],
    [
      'to train what is fitted at once as a network',
      { classifier: { kind: 'ridge' }, training: { mixup: { alpha: 0.2 } } },
      'training.mixup: belongs to networks, and this is `ridge`',
    ],
    [
      'a split of unknown kind',
      { split: { kind: 'odd' } },
      'unknown kind of split; use speaker, speaker-folds',
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
      'features: clips of different length would differ in shape; add a `segment` or `functionals`',
    ],
    [
      'to encode clips that have one row',
      { features: { ...smallest.features, functionals: ['mean'] }, encoding: { kind: 'fisherVectors' } },
      'encoding: is of the frames of a clip, and these features have one row a clip',
    ],
    [
      'an encoding @ser/models refuses',
      { encoding: { kind: 'fisherVectors', nComponents: 0 } },
      'encoding: ',
    ],
    [
      'a corpus twice',
      { corpora: [{ name: 'ravdess' }, { name: 'ravdess' }] },
      'corpora: `ravdess` stands twice',
    ],
    [
      'an augmentation @ser/dsp refuses',
      { augmentation: { variants: [[{ name: 'echo' }]] } },
      'augmentation: ',
    ],
    [
      'early stopping that has nothing to watch',
      { training: { earlyStopping: {} } },
      'split: `training.earlyStopping` watches validation clips, and this split sets none apart',
    ],
    [
      'a split of the source that leaves a callback blind',
      {
        split: { kind: 'speaker', validationFraction: 0.1 },
        sourceSplit: { kind: 'random' },
        training: { reduceLearningRateOnPlateau: { monitor: 'validationUar' } },
      },
      'sourceSplit: `training.reduceLearningRateOnPlateau` watches',
    ],
    [
      'a weight too many',
      { training: { classWeights: [1, 2, 3] } },
      'training.classWeights: expected 2 weights, one for each label, got 3',
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
      'a search in what the recipe has not',
      { search: { parameters: { '/classifier/nosuch': { kind: 'linear', low: 0, high: 1 } } } },
      'nosuch',
    ],
    ['a network @ser/models refuses', { classifier: { kind: 'nosuch' } }, 'classifier: '],
    ['a name with spaces', { name: 'My Recipe' }, 'name: use lower-case words joined by hyphens'],
  ])('refuses %s', (_, change, fragment) => {
    expect(problemsOf(change)).toContain(fragment);
  });

  it('refuses what is no object at all', () => {
    expect(() => parseRecipe(3)).toThrow('(recipe): ');
  });
});

describe('a recipe of several classifiers', () => {
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
      { name: 'cnn', normalize: 'train', training: { epochs: 100, batchSize: 64 } },
      { name: 'ridge', weight: 2, normalize: 'train', training: { epochs: 1 } },
    ]);
    expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
  });

  it('is for training a recipe for each of them', () => {
    const [first, second] = membersOf(parseRecipe({ ...task, members: [cnn, ridge] }));
    expect(first).toEqual({ name: 'cnn', weight: 1, recipe: parseRecipe(smallest) });
    expect(second).toMatchObject({ name: 'ridge', weight: 2, recipe: { classifier: { kind: 'ridge' } } });
    expect(second!.recipe).not.toHaveProperty('weight');
  });

  it.each([
    ['a single one', { members: [cnn] }, 'members: give two members at least'],
    ['a name twice', { members: [cnn, { ...ridge, name: 'cnn' }] }, 'members: `cnn` stands twice'],
    [
      'a name that is no file name',
      { members: [cnn, { ...ridge, name: '../x' }] },
      'members[1].name: use lower-case',
    ],
    ['a weight of 0', { members: [cnn, { ...ridge, weight: 0 }] }, 'members[1].weight: '],
    ['a mistyped key', { members: [cnn, { ...ridge, wieght: 1 }] }, 'members[1]: Unrecognized key: "wieght"'],
    ['features besides', { features }, 'features: belongs into each of `members`; a recipe has either'],
    ['a classifier besides', { classifier }, 'classifier: belongs into each of `members`'],
    ['a search', { search: { parameters: {} } }, 'search: searches change a recipe of one classifier'],
    ['neither', { members: undefined }, 'members: '],
    [
      'different sample rates',
      { members: [cnn, { ...ridge, features: { ...features, sampleRate: 8000 } }] },
      'members[1].features.sampleRate: must be 16000 as that of `cnn`, got 8000 of `ridge`',
    ],
    [
      'epochs of what is fitted at once',
      { members: [cnn, { ...ridge, training: { epochs: 9 } }] },
      'members[1].training.epochs: `ridge` is fitted at once',
    ],
    [
      'a weight too many',
      { members: [{ ...cnn, training: { classWeights: [1, 2, 3] } }, ridge] },
      'members[0].training.classWeights: expected 2 weights',
    ],
    [
      'early stopping that has nothing to watch',
      { members: [{ ...cnn, training: { earlyStopping: {} } }, ridge] },
      '\n  split: `training.earlyStopping` watches validation clips',
    ],
    [
      'to normalise a clip by its only row',
      { members: [cnn, { ...ridge, normalize: 'clip', features: { ...features, functionals: ['mean'] } }] },
      'members[1].normalize: `clip` takes each clip',
    ],
  ])('refuses %s', (_, change, fragment) => {
    expect(messageOf(change)).toContain(fragment);
  });

  it('says what to give where there is neither', () => {
    expect(() => parseRecipe(task)).toThrow('(recipe): give `features` and a `classifier`, or `members`');
  });
});

describe('builtinRecipes', () => {
  it('are found by name', () => {
    expect(builtinRecipes.map(({ name }) => name)).toEqual([
      'functionals',
      'functionals-fusion',
      'general',
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

  it('test voices that were not heard, and by the random split of their source only besides', () => {
    for (const { name, split, sourceSplit } of builtinRecipes) {
      expect(split.kind).not.toBe('random');
      const hasNoSource = ['general', 'synthetic-voices'].includes(name);
      expect(sourceSplit?.kind).toBe(hasNoSource ? undefined : 'random');
    }
  });

  it('asks of the general model what it is worth cold, and after some clips of four classes', () => {
    const general = findRecipe('general');
    for (const { recipe } of membersOf(general)) {
      expect(recipe.normalize).toEqual({ scope: 'speaker', clip: 3, unseenSpeakers: 'average' });
    }
    expect(general.evaluation).toEqual({
      enrollment: [1, 3, 5, 10],
      fourClasses: ['angry', 'happy', 'neutral', 'sad'],
    });
  });

  it('of the deep network gives it the 880 values of its source', () => {
    const deep = requireSingle(findRecipe('four-corpora-deep-cnn'));
    const { nFrames, nFeatures } = createFeaturePlan(deep.features);
    expect([nFrames, nFeatures]).toEqual([44, 20]);
  });

  it('parse to themselves', () => {
    for (const recipe of builtinRecipes) {
      expect(parseRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
    }
  });

  it('of an unknown name is an error that lists the known ones', () => {
    expect(() => findRecipe('nosuch')).toThrow(
      expect.objectContaining({
        code: 'unknown-recipe',
        message: expect.stringContaining('crema-d-cnn, ravdess-cnn, '),
      }),
    );
  });
});
