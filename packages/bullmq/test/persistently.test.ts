import { describe, expect, it } from 'vitest';
import { persistently } from '../src/persistently.js';

/** Fails once with an error, then answers. */
function once(error: Error): () => Promise<string> {
  let tried = false;
  return () => {
    if (tried) return Promise.resolve('answer');
    tried = true;
    return Promise.reject(error);
  };
}

const withCode = (code: string) => Object.assign(new Error('cannot'), { code });

describe('persistently', () => {
  it.each([
    [withCode('ECONNREFUSED')],
    [withCode('57P03')],
    [new Error('the database system is not yet accepting connections')],
    [new Error('LOADING Redis is loading the dataset in memory')],
    [new AggregateError([withCode('ECONNREFUSED')])],
  ])('asks again after %s', async (error) => {
    expect(await persistently(once(error))).toBe('answer');
  });

  it('does not hide other errors', async () => {
    await expect(persistently(once(new Error('syntax error')))).rejects.toThrow('syntax error');
  });

  it('ends with its signal', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(persistently(() => Promise.resolve(1), signal)).rejects.toThrow('stopped');
  });
});
