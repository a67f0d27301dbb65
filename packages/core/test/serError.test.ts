import { describe, expect, it, vi } from 'vitest';
import { SerError } from '../src/serError.js';

describe('SerError', () => {
  it('has a code, a message, and, where known, the offending file and the cause', () => {
    const cause = new Error('disk');
    const error = new SerError('file-unreadable', 'a.wav: ...', { file: 'a.wav', cause });
    expect(error).toMatchObject({ name: 'SerError', code: 'file-unreadable', file: 'a.wav', cause });
    expect(error.message).toBe('a.wav: ...');
    expect(error).toBeInstanceOf(Error);
  });

  it('has no properties for what is unknown', () => {
    const error = new SerError('invalid-option', 'x');
    expect('file' in error).toBe(false);
    expect('layer' in error).toBe(false);
    expect('cause' in error).toBe(false);
  });

  it('is recognized when another copy of the package made it', async () => {
    vi.resetModules();
    const copy = await import('../src/serError.js');
    expect(copy.SerError).not.toBe(SerError);
    expect(new copy.SerError('x', 'y')).toBeInstanceOf(SerError);
  });

  it('is not any other value', () => {
    for (const value of [new Error('x'), { code: 'x' }, null, undefined, 'x']) {
      expect(value instanceof SerError).toBe(false);
    }
  });

  it('leaves subclasses apart', () => {
    class UsageError extends SerError {}
    expect(new SerError('x', 'y') instanceof UsageError).toBe(false);
    expect(new UsageError('x', 'y') instanceof UsageError).toBe(true);
    expect(new UsageError('x', 'y') instanceof SerError).toBe(true);
  });
});
