import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { fromPlainError, toPlainError } from '../../../src/tune/worker/plainError.js';
import { WorkerPool } from '../../../src/tune/worker/workerPool.js';
import { freshFolder } from '../../tinyExperiment.js';
import { tinyRecipe } from '../../tinyRecipe.js';

/** An error sent to another process and back. */
const sent = (error: unknown) => fromPlainError(JSON.parse(JSON.stringify(toPlainError(error))));

describe('an error from a trial process', () => {
  it('keeps its class, code, message, file, and stack', () => {
    const error = new SerError('truncated-file', 'It ends early.', { file: 'a.wav' });
    const again = sent(error);
    expect(again).toBeInstanceOf(SerError);
    expect(again).toMatchObject({
      code: 'truncated-file',
      message: 'It ends early.',
      file: 'a.wav',
      stack: error.stack,
    });
    expect(sent(new SerError('too-few-clips', 'None.'))).toBeInstanceOf(SerError);
  });

  it('of another class keeps its name', () => {
    expect(sent(new TypeError('x is undefined'))).toMatchObject({
      name: 'TypeError',
      message: 'x is undefined',
    });
    expect(sent('thrown')).toMatchObject({ name: 'Error', message: 'thrown' });
  });
});

describe('WorkerPool', () => {
  const setup = async () => ({
    listing: { corpora: [], utterances: [] },
    fold: { name: 'hold-out', train: ['gone'], validation: [], test: ['gone'] },
    folder: await freshFolder(),
    engine: 'tfjs-cpu' as const,
  });

  it('passes on the error of a process', async () => {
    const pool = new WorkerPool(await setup());
    const error = { name: 'SerError', code: 'too-few-clips' };
    await expect(pool.train(tinyRecipe, () => {})).rejects.toMatchObject(error);
    pool.close();
  });

  it('reports a process that ends, and how to continue', async () => {
    const pool = new WorkerPool(await setup());
    const training = pool.train(tinyRecipe, () => {});
    pool.close();
    await expect(training).rejects.toMatchObject({
      code: 'worker-failed',
      message: expect.stringMatching(
        /^A trial process was terminated by SIGKILL\. Finished trials are saved: run the same/,
      ),
    });
  });
});
