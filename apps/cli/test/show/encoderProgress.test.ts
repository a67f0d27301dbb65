import { describe, expect, it } from 'vitest';
import { downloadNote, downloadStep } from '../../src/show/encoderProgress.js';

const file = 'onnx/model.onnx';

describe('the progress of a download', () => {
  it('is in megabytes, and only of files that take a while', () => {
    expect(downloadStep({ type: 'download', file, received: 2_500_000, total: 95_000_000 })).toEqual({
      done: 3,
      total: 95,
      note: 'MB of onnx/model.onnx',
    });
    expect(downloadStep({ type: 'download', file, received: 900, total: 900 })).toBeUndefined();
    expect(downloadStep({ type: 'download', file, received: 900, total: undefined })).toBeUndefined();
    expect(downloadStep({ type: 'cached', file })).toBeUndefined();
  });

  it('notes further tries and damaged files', () => {
    const cause = new Error('other side closed');
    expect(downloadNote({ type: 'retry', file, attempt: 2, cause })).toBe(
      'onnx/model.onnx: other side closed; attempt 2',
    );
    expect(downloadNote({ type: 'damaged', file })).toBe(
      'onnx/model.onnx is damaged in the cache; it is downloaded again',
    );
    expect(downloadNote({ type: 'cached', file })).toBeUndefined();
  });
});
