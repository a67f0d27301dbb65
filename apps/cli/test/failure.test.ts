import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../src/failure.js';
import { Interruption } from '../src/interruption.js';
import { MicrophoneError } from '../src/microphone/microphoneError.js';
import { UsageError } from '../src/usageError.js';

describe('describeFailure', () => {
  it('gives exit code 2 for a usage error', () => {
    expect(describeFailure(new UsageError('invalid-option', 'No.'))).toEqual({
      exitCode: 2,
      code: 'invalid-option',
      message: 'No.',
    });
  });

  it.each([
    'engine-unavailable',
    'invalid-feature-description',
    'invalid-network',
    'invalid-option',
    'invalid-recipe',
    'missing-data',
    'package-missing',
    'too-few-corpora',
    'unknown-corpus',
    'unknown-recipe',
    'unknown-split',
    'unsupported-feature',
  ])('gives exit code 2 for the library error %s, which the command line causes', (code) => {
    expect(describeFailure(new SerError(code, 'x'))).toMatchObject({ exitCode: 2, code });
  });

  it.each([
    'cannot-resume',
    'clip-too-short',
    'different-search',
    'diverged',
    'empty-file',
    'folder-not-found',
    'model-not-found',
    'not-a-run',
    'not-comparable',
    'out-not-empty',
    'too-few-speakers',
    'too-many-unreadable',
    'trained-speakers',
    'unknown-label',
  ])('gives exit code 1 for the library error %s, which the data cause', (code) => {
    expect(describeFailure(new SerError(code, 'x'))).toMatchObject({ exitCode: 1, code });
  });

  it('adds the file to a message that does not name it', () => {
    const error = new SerError('diverged', 'The loss is NaN.', { file: 'a.bin' });
    expect(describeFailure(error)).toMatchObject({ message: 'a.bin: The loss is NaN.', file: 'a.bin' });
  });

  it('does not add the file to a message that names its folder', () => {
    const message = '`runs/model`: The model lacks `a.bin`.';
    const error = new SerError('model-part-missing', message, { file: 'runs/model/a.bin' });
    expect(describeFailure(error)).toMatchObject({ message, file: 'runs/model/a.bin' });
  });

  it('gives exit code 1 for a microphone error and 130 for an interruption', () => {
    expect(describeFailure(new MicrophoneError('no-recorder', 'x'))).toMatchObject({
      exitCode: 1,
      code: 'no-recorder',
    });
    expect(describeFailure(new Interruption('x'))).toMatchObject({ exitCode: 130, code: 'interrupted' });
  });

  it('names the operation, the file, and the reason of a file system error', () => {
    const error = Object.assign(new Error(), { syscall: 'open', code: 'EACCES', path: 'run/x.json' });
    expect(describeFailure(error)).toEqual({
      exitCode: 1,
      code: 'file-system',
      message: 'Cannot open `run/x.json`: permission denied.',
      file: 'run/x.json',
    });
  });

  it('names no file for a full disk, because Node.js does not', () => {
    const error = Object.assign(new Error(), { syscall: 'write', code: 'ENOSPC' });
    expect(describeFailure(error).message).toBe('Cannot write: the disk is full.');
  });

  it('knows a system error by its code alone', () => {
    const error = Object.assign(new Error('broken'), { code: 'EIO' });
    expect(describeFailure(error)).toMatchObject({
      code: 'file-system',
      message: 'Cannot use: the device reported an error.',
    });
  });

  it.each([
    new RangeError('Array buffer allocation failed'),
    Object.assign(new RangeError('File size is greater than 2 GiB'), { code: 'ERR_FS_FILE_TOO_LARGE' }),
  ])('does not call data that do not fit into memory a bug: %s', (error) => {
    expect(describeFailure(error)).toMatchObject({ exitCode: 1, code: 'too-large' });
  });

  it('never calls an error of a library a bug, even with a code that is new', () => {
    expect(describeFailure(new SerError('new-in-version-9', 'x'))).toMatchObject({
      exitCode: 1,
      code: 'new-in-version-9',
    });
  });

  it('calls any other error a bug', () => {
    expect(describeFailure(new TypeError('x is not a function'))).toMatchObject({ exitCode: 1, code: 'bug' });
  });
});
