import { describe, expect, it } from 'vitest';
import { AudioError } from '../src/errors.js';

describe('AudioError', () => {
  it('carries a code, a message, and a file and cause only where given', () => {
    const bare = new AudioError('not-audio', 'Expected audio.');
    expect(bare).toMatchObject({ name: 'AudioError', code: 'not-audio', message: 'Expected audio.' });
    expect(bare.file).toBeUndefined();
    expect('cause' in bare).toBe(false);
    const full = new AudioError('not-audio', 'Expected audio.', { file: 'a.wav', cause: bare });
    expect(full.file).toBe('a.wav');
    expect(full.cause).toBe(bare);
  });
});
