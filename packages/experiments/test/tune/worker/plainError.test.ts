import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { fromPlainError, toPlainError } from '../../../src/tune/worker/plainError.js';

const sent = (error: unknown) => fromPlainError(structuredClone(toPlainError(error)));

describe('an error from another process', () => {
  it('is a SerError again, with its code and file', () => {
    const error = sent(new SerError('diverged', 'The loss is NaN.', { file: 'a.bin' }));
    expect(error).toBeInstanceOf(SerError);
    expect(error).toMatchObject({ code: 'diverged', message: 'The loss is NaN.', file: 'a.bin' });
  });

  it('keeps the code of a system error, so that a full disk is not called a bug', () => {
    const error = sent(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }));
    expect(error).not.toBeInstanceOf(SerError);
    expect(error).toMatchObject({ code: 'ENOSPC', message: 'ENOSPC: no space left on device' });
  });
});
