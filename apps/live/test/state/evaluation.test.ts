import { describe, expect, it } from 'vitest';
import { labeledFiles, reportOf } from '../../src/state/evaluation.js';

describe('labeledFiles', () => {
  it('finds the label in the name, else in the folders, as a word of its own', () => {
    const paths = ['me/angry/1.wav', 'me/sad-2.wav', 'sad/angry_3.wav', 'me/unhappy.wav', 'ANGRY.flac'];
    const files = paths.map((path) => ({ path, file: new Blob() }));
    const found = labeledFiles(files, ['angry', 'sad', 'happy']);
    expect(found.map(({ label }) => label)).toEqual(['angry', 'sad', 'angry', 'angry']);
  });
});

describe('reportOf', () => {
  it('counts confusions, and averages the recalls', () => {
    const answers = [
      { actual: 'sad', recognized: 'sad' },
      { actual: 'sad', recognized: 'no speech' },
      { actual: 'angry', recognized: 'angry' },
    ];
    const report = reportOf(answers, ['angry', 'happy', 'sad']);
    expect(report.labels).toEqual(['angry', 'sad', 'no speech']);
    expect(report.matrix).toEqual([
      [1, 0, 0],
      [0, 1, 1],
      [0, 0, 0],
    ]);
    expect(report).toMatchObject({ uar: 0.75, nClips: 3 });
    expect(report.low).toBeGreaterThan(0.2);
    expect(report.low).toBeLessThan(report.uar);
    expect(report.high).toBeGreaterThan(report.uar);
  });
});
