import { describe, expect, it } from 'vitest';
import { soundFormatOf } from '../../src/options/soundFormat.js';

describe('soundFormatOf', () => {
  it('is undefined without --stdin', () => {
    expect(soundFormatOf({})).toBeUndefined();
  });

  it('is 16-bit mono at 16 kHz by default', () => {
    expect(soundFormatOf({ stdin: true })).toEqual({ format: 's16le', sampleRate: 16_000, channels: 1 });
  });

  it.each([
    [{ format: 's16le' }, '`--format` needs `--stdin`. Add `--stdin`.'],
    [{ sampleRate: 8000 }, '`--sample-rate` needs `--stdin`. Add `--stdin`.'],
    [{ channels: 2 }, '`--channels` needs `--stdin`. Add `--stdin`.'],
  ] as const)('rejects %j without --stdin', (options, message) => {
    expect(() => soundFormatOf(options)).toThrow(message);
  });
});
