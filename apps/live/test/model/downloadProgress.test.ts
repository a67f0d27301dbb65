import { expect, it } from 'vitest';
import { DownloadProgress } from '../../src/model/downloadProgress.js';

it('adds the files up, and counts one of unknown size as far as it has come', () => {
  const progress = new DownloadProgress();
  progress.after({ type: 'download', file: 'a', received: 0, total: 100 });
  expect(progress.after({ type: 'download', file: 'a', received: 60, total: 100 })).toEqual({
    done: 60,
    total: 100,
  });
  expect(progress.after({ type: 'download', file: 'b', received: 5, total: undefined })).toEqual({
    done: 65,
    total: 105,
  });
});
