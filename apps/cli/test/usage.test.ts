import { describe, expect, it } from 'vitest';
import { runSer } from './runSer.js';

const train = ['train', '--recipe', 'ravdess-cnn', '--data', 'corpus', '--out', 'run'];

describe('wrong usage ends with 2, says what is wrong and where to read on', () => {
  it.each([
    ['an unknown command', ['trian'], 'Unknown command `trian`. Did you mean `train`?\nSee `ser --help`.'],
    ['an unknown part of a command', ['corpora', 'chek'], 'Unknown command `chek`.'],
    ['an unknown option', [...train, '--epoch', '3'], 'Unknown option `--epoch`. Did you mean `--epochs`?'],
    [
      'a missing option',
      ['train', '--recipe', 'ravdess-cnn'],
      '`--data <folder...>` not specified.\nSee `ser train --help`.',
    ],
    ['a missing value', ['predict', 'a.wav', '--top'], 'Option `--top <n>` argument missing.'],
    ['a missing file', ['predict'], 'Missing required argument `file`.'],
    ['too many words', ['engines', 'all'], 'Too many arguments for `engines`.'],
    ['an unknown recipe', ['train', '--recipe', 'nope', '--data', 'x', '--out', 'y'], 'nope'],
    ['an unknown recipe to show', ['recipes', 'show', 'nope'], 'nope'],
    [
      'an unknown corpus',
      ['corpora', 'info', 'nope'],
      "There is no corpus 'nope'. Use one of ravdess, crema-d",
    ],
    [
      'a corpus the recipe has not',
      [...train, '--corpora', 'tess'],
      '`corpora` must name some of the corpora of ravdess-cnn, ravdess; got `tess`.',
    ],
    ['an unknown engine', [...train, '--engine', 'gpu'], 'Unknown engine `gpu`. Use one of auto, onnx-node'],
    [
      'an unknown split',
      [...train, '--split', 'clips'],
      'Unknown split `clips`. Use one of speaker, speaker-folds',
    ],
    ['a published split without a name', [...train, '--split', 'published:'], 'needs a name'],
    [
      'folds without their split',
      [...train, '--folds', '5'],
      '`--folds` belongs to `--split speaker-folds` and `--split random`',
    ],
    [
      'an unknown normalisation',
      [...train, '--normalize', 'corpus'],
      '`--normalize` must be train, speaker, clip, got `corpus`.',
    ],
    [
      'a window too short',
      ['predict', 'a.wav', '--window', '0.1'],
      '`--window` must be seconds >= 0.25, got `0.1`.',
    ],
    [
      'an unknown sound format',
      ['listen', '--stdin', '--format', 'mp3'],
      '`--format` must be s16le or f32le, got `mp3`.',
    ],
    ['a sound format without --stdin', ['listen', '--channels', '2'], '`--channels` belongs to `--stdin`.'],
    ['events without --json', [...train, '--events'], '`--events` belongs to `--json`'],
  ])('%s', async (_, argv, message) => {
    const { code, stdout, stderr } = await runSer(argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error: .*\nSee `ser.* --help`\.\n$/);
  });

  it.each([
    ['--epochs', '0', 'a whole number >= 1'],
    ['--epochs', '1.5', 'a whole number >= 1'],
    ['--epochs', 'many', 'a whole number >= 1'],
    ['--epochs', '', 'a whole number >= 1'],
    ['--seed', '-1', 'a whole number from 0 to 2147483647'],
    ['--folds', '1', 'a whole number >= 2'],
    ['--workers', '0', 'a whole number >= 1'],
  ])('%s %j: the message names option, requirement and value', async (option, value, requirement) => {
    const { code, stderr } = await runSer([...train, `${option}=${value}`]);
    expect(code).toBe(2);
    expect(stderr).toContain(`\`${option}\` must be ${requirement}, got \`${value}\`.`);
  });
});

describe('with --json an error is the one document on standard output', () => {
  it.each([
    ['unknown-command', ['lisen', '--json']],
    ['unknown-option', ['engines', '--json', '--fast']],
    ['missing-option', ['train', '--json']],
    ['missing-argument', ['predict', '--json']],
    ['excess-argument', ['engines', 'all', '--json']],
    ['invalid-option', [...train, '--epochs', '0', '--json']],
    ['unknown-corpus', ['corpora', 'info', 'nope', '--json']],
    ['unknown-recipe', ['recipes', 'show', 'nope', '--json']],
    ['unknown-engine', [...train, '--engine', 'gpu', '--json']],
    ['unknown-split', [...train, '--split', 'clips', '--json']],
    ['invalid-option', ['listen', '--format', 's16le', '--json']],
    ['invalid-option', ['predict', 'a.wav', '--window', '0', '--json']],
  ])('%s', async (errorCode, argv) => {
    const { code, stdout, stderr } = await runSer(argv);
    expect(code).toBe(2);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ error: { code: errorCode, message: expect.stringMatching(/.+/) } });
  });
});
