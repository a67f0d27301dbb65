import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { eachFile, failureLine, fileResultJson, requireAllDone } from '../src/eachFile.js';
import { ReportedFailure } from '../src/reportedFailure.js';
import { testIo } from './runSer.js';

const work = (file: string) =>
  file === 'bad.wav' ? Promise.reject(new SerError('empty-file', 'No bytes.')) : Promise.resolve({ size: 1 });

describe('eachFile', () => {
  it('continues after a file that fails', async () => {
    const results = await eachFile(testIo(), ['bad.wav', 'good.wav'], { title: 'reading', work });
    expect(results.map(fileResultJson)).toEqual([
      { file: 'bad.wav', error: { code: 'empty-file', message: 'No bytes.' } },
      { file: 'good.wav', size: 1 },
    ]);
    expect(() => requireAllDone(results)).toThrow(ReportedFailure);
  });

  it('stops at a bug', async () => {
    const broken = () => Promise.reject(new TypeError('x is not a function'));
    await expect(eachFile(testIo(), ['a.wav'], { title: 'reading', work: broken })).rejects.toThrow(
      TypeError,
    );
  });
});

describe('failureLine', () => {
  it('escapes what a file name could do to a terminal', () => {
    const file = 'a\u001b[2J\n.wav';
    const failure = { exitCode: 1, code: 'empty-file', message: `${file}: No bytes.` };
    expect(failureLine({ file, failure })).toBe('error: a\\x1b[2J\\n.wav: No bytes.\n');
  });

  it('names the file exactly once', () => {
    const failure = { exitCode: 1, code: 'empty-file' };
    expect(failureLine({ file: 'a.wav', failure: { ...failure, message: 'No bytes.' } })).toBe(
      'error: a.wav: No bytes.\n',
    );
    expect(failureLine({ file: 'a.wav', failure: { ...failure, message: 'a.wav: No bytes.' } })).toBe(
      'error: a.wav: No bytes.\n',
    );
  });
});
