import type { RecordingsReport } from '@ser/datasets/node';
import { describe, expect, it } from 'vitest';
import { recordingsPage } from '../../src/report/recordingsPage.js';

const report: RecordingsReport = {
  corpus: 'mine',
  clips: 3,
  speakers: 0,
  withoutSpeaker: 3,
  labels: { sad: 2, happy: 1 },
  seconds: { min: 1, median: 1.2, max: 2, total: 4.2 },
  levelDb: { min: -30, median: -25, max: -20 },
  sampleRates: { '16000': 3 },
  lengths: { start: 1, width: 0.5, counts: [2, 1] },
  levels: { start: -30, width: 5, counts: [1, 2] },
  unreadable: [{ file: 'x.wav', code: 'not-audio', what: 'not audio' }],
  silent: [],
  clipped: [{ file: '<b>.wav', value: 0.012 }],
  duplicates: [['a.wav', 'b.wav']],
  nearDuplicates: [],
  conflicts: [
    [
      { file: 'a.wav', label: 'sad' },
      { file: 'b.wav', label: 'happy' },
    ],
  ],
  oneLabelSpeakers: [],
  splitLeaks: [],
  leaks: [{ source: 'length', accuracy: 0.75, majority: 0.2, warns: true }],
  irregular: [],
  warnings: ['The length of a file alone predicts the label.'],
};

describe('recordingsPage', () => {
  const page = recordingsPage(report, { command: 'ser corpora check my.csv', date: '2026-03-01' });

  it('begins with what is in the recordings, and the warnings', () => {
    expect(page).toContain('mine: 3 clips of unknown speakers with 2 labels');
    expect(page).toContain('The length of a file alone predicts the label.');
  });

  it('has the date, the version, and the command as typed', () => {
    expect(page).toContain('2026-03-01, @ser/experiments');
    expect(page).toContain('<pre>ser corpora check my.csv</pre>');
  });

  it('lists several warnings in one box', () => {
    const text = recordingsPage({ ...report, warnings: ['One.', 'Two.'] });
    expect(text.match(/class="notice"/g)).toHaveLength(1);
    expect(text).toContain('<li>Two.</li>');
  });

  it('has charts of labels, lengths, levels, and what the files reveal', () => {
    for (const title of [
      'Clips of each label',
      'Clips by length',
      'Clips by level',
      'Labels predicted without the voice',
    ])
      expect(page).toContain(title);
    expect(page).toContain('1.0 to 1.5 s');
  });

  it('lists files with findings as text, and leaves out empty lists', () => {
    expect(page).toContain('&lt;b&gt;.wav');
    expect(page).toContain('different labels');
    expect(page).toContain('Unreadable recordings (1)');
    expect(page).not.toContain('Silent recordings');
  });
});
