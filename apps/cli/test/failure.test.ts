import { describe, expect, it } from 'vitest';
import { describeFailure } from '../src/failure.js';
import { UsageError } from '../src/usageError.js';
import { runSer } from './runSer.js';

/** An error as a library of ours throws it. */
function libraryError(name: string, code: string, message: string, file?: string): Error {
  return Object.assign(new Error(message), { name, code, file });
}

describe('describeFailure', () => {
  it('of wrong usage is 2', () => {
    expect(describeFailure(new UsageError('invalid-option', 'No.'))).toEqual({
      exitCode: 2,
      code: 'invalid-option',
      message: 'No.',
    });
  });

  it('of a library is 1 when the data are to blame and 2 when the words typed are', () => {
    expect(describeFailure(libraryError('AudioError', 'empty-file', 'x')).exitCode).toBe(1);
    expect(describeFailure(libraryError('DatasetError', 'unknown-split', 'x')).exitCode).toBe(2);
  });

  it('names the file even where the message does not', () => {
    const { message, file } = describeFailure(libraryError('ModelError', 'diverged', 'Lost.', 'a.bin'));
    expect(message).toBe('a.bin: Lost.');
    expect(file).toBe('a.bin');
  });

  it('does not name the file of a message that names its folder', () => {
    const message = '`runs/model`: The model lacks `a.bin`.';
    const error = libraryError('RecognizerError', 'model-part-missing', message, 'runs/model/a.bin');
    expect(describeFailure(error)).toMatchObject({ message, file: 'runs/model/a.bin' });
  });

  it('of the file system says what, where and why', () => {
    const error = Object.assign(new Error(), { syscall: 'open', code: 'EACCES', path: 'run/x.json' });
    expect(describeFailure(error)).toEqual({
      exitCode: 1,
      code: 'file-system',
      message: 'Cannot open `run/x.json`: permission denied.',
      file: 'run/x.json',
    });
  });

  it('of a full disk names no file, as Node does not', () => {
    const error = Object.assign(new Error(), { syscall: 'write', code: 'ENOSPC' });
    expect(describeFailure(error).message).toBe('Cannot write: the disk is full.');
  });

  it('of anything else is a bug', () => {
    expect(describeFailure(new TypeError('x is not a function'))).toMatchObject({ exitCode: 1, code: 'bug' });
  });
});

describe('an unexpected error', () => {
  /** An output that fails in a way no one has thought of. */
  const stdout = {
    write() {
      throw new Error('The pipe broke.');
    },
  } as unknown as NodeJS.WritableStream;

  it('is called a bug, and says how to see the trace', async () => {
    const { code, stderr } = await runSer(['recipes', 'list'], { stdout });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: The pipe broke\.\nThis is a bug in ser\. .*SER_DEBUG=1.*\n$/);
  });

  it('shows the trace with SER_DEBUG=1', async () => {
    const { stderr } = await runSer(['recipes', 'list'], { stdout, env: { SER_DEBUG: '1' } });
    expect(stderr).toMatch(/^\s+at /m);
  });
});
