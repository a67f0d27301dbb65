import { describe, expect, it } from 'vitest';
import { foldRows } from '../../src/training/foldRows.js';
import { labels, utterance } from '../sampleRun.js';

const clips = {
  utterances: ['01', '02'].flatMap((speaker) => labels.map((label) => utterance(speaker, label))),
};

describe('foldRows', () => {
  const fold = {
    name: '1',
    train: ['ravdess/neutral-01-1'],
    validation: [],
    test: ['ravdess/sad-02-1', 'gone'],
  };

  it('finds the clips of a fold, without the skipped ones', () => {
    expect(foldRows(fold, clips)).toEqual({ name: '1', train: [0], validation: [], test: [6] });
  });

  it('refuses a fold whose test clips were all skipped', () => {
    expect(() => foldRows({ ...fold, test: ['gone'] }, clips)).toThrow(
      expect.objectContaining({ code: 'too-few-clips', message: expect.stringContaining('`test` side') }),
    );
  });
});
