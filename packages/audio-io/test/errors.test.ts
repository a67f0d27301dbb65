import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';

describe('SerError', () => {
  it('carries a code, a message, and a file and cause only where given', () => {
    const bare = new SerError('not-audio', 'Expected audio.');
    expect(bare).toMatchObject({ name: 'SerError', code: 'not-audio', message: 'Expected audio.' });
    expect(bare.file).toBeUndefined();
    expect('cause' in bare).toBe(false);
    const full = new SerError('not-audio', 'Expected audio.', { file: 'a.wav', cause: bare });
    expect(full.file).toBe('a.wav');
    expect(full.cause).toBe(bare);
  });
});
