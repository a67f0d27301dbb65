import { describe, expect, it } from 'vitest';
import { runSer } from './runSer.js';

const train = ['train', '--recipe', 'ravdess-cnn', '--data', 'corpus', '--out', 'run'];

describe('an error of the command line', () => {
  it.each([
    ['an unknown command', ['trian'], 'Unknown command `trian`. Did you mean `train`?\nSee `ser --help`.'],
    [
      'an unknown subcommand',
      ['corpora', 'chek'],
      'Unknown command `chek`. Did you mean `check`?\nSee `ser corpora --help`.',
    ],
    ['an unknown option', [...train, '--epoch', '3'], 'Unknown option `--epoch`. Did you mean `--epochs`?'],
    [
      'a missing option',
      ['train', '--recipe', 'ravdess-cnn'],
      '`--data <path...>` is required.\nSee `ser train --help`.',
    ],
    ['a missing value', ['predict', 'a.wav', '--top'], '`--top <n>` needs a value.'],
    ['a missing file', ['predict'], '`<file>` is required.\nSee `ser predict --help`.'],
    ['an extra argument', ['engines', 'all'], 'Too many arguments for `engines`.'],
    [
      'an unknown recipe',
      ['train', '--recipe', 'nope', '--data', 'x', '--out', 'y'],
      /`--recipe` must be a JSON file or one of functionals, .*; got `nope`\./,
    ],
    ['an unknown recipe to show', ['recipes', 'show', 'nope'], /`<name>` must be one of .*; got `nope`\./],
    ['an unknown corpus', ['corpora', 'info', 'nope'], /'nope'.* ravdess, crema-d/],
    [
      'a corpus that is not in the recipe',
      [...train, '--corpora', 'tess'],
      '`corpora` must name corpora of the recipe ravdess-cnn: ravdess; got `tess`.',
    ],
    [
      'an unknown engine',
      [...train, '--engine', 'gpu'],
      '`--engine` must be one of auto, onnx-node, tfjs-node, onnx-web, tfjs-wasm, tfjs-cpu; got `gpu`.',
    ],
    [
      'an unknown normalization',
      [...train, '--normalize', 'corpus'],
      '`--normalize` must be one of train, speaker, clip; got `corpus`.',
    ],
    [
      'a short window',
      ['predict', 'a.wav', '--window', '0.1'],
      '`--window` must be a number of seconds, at least 0.25; got `0.1`.',
    ],
    ['events without --json', [...train, '--events'], '`--events` needs `--json`. Add `--json`.'],
  ])('ends with exit code 2 and a message: %s', async (_, argv, message) => {
    const { code, stdout, stderr } = await runSer(argv);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    if (typeof message === 'string') expect(stderr).toContain(message);
    else expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^error: .*\nSee `ser.* --help`\.\n$/);
  });

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
  ])('is one JSON document on standard output with --json: %s', async (errorCode, argv) => {
    const { code, stdout, stderr } = await runSer(argv);
    expect(code).toBe(2);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ error: { code: errorCode, message: expect.stringMatching(/.+/) } });
  });
});

describe('an unexpected error', () => {
  /** An output that fails in an unexpected way. */
  const stdout = {
    write() {
      throw new Error('The pipe is broken.');
    },
  } as unknown as NodeJS.WritableStream;

  it('is called a bug, with directions to see the stack trace', async () => {
    const { code, stderr } = await runSer(['recipes', 'list'], { stdout });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: The pipe is broken\.\nThis is a bug in ser\. .*SER_DEBUG=1.*\n$/);
  });

  it('shows the stack trace with SER_DEBUG=1', async () => {
    const { stderr } = await runSer(['recipes', 'list'], { stdout, env: { SER_DEBUG: '1' } });
    expect(stderr).toMatch(/^\s+at /m);
  });
});
