import { join } from 'node:path';
import { encodeWav } from '@ser/audio-io';
import { describe, expect, it } from 'vitest';
import { checkRecordings } from '../../src/node/checkRecordings.js';
import { readRecordings } from '../../src/node/readRecordings.js';
import { corpusFolder, tone } from './corpusFolder.js';

/** A tone whose peaks are cut off. */
function clippedTone(): Uint8Array {
  const samples = Float32Array.from({ length: 800 }, (_, i) =>
    Math.max(-1, Math.min(1, 3 * Math.sin(i / 10))),
  );
  return encodeWav({ channels: [samples], sampleRate: 16_000 });
}

describe('checkRecordings', () => {
  it('reports what a score would suffer from', async () => {
    const folder = await corpusFolder({
      'a.wav': tone(200),
      'b.wav': tone(300, { nSamples: 1600 }),
      'same.wav': tone(200, { nChannels: 2 }),
      'silent.wav': tone(200, { amplitude: 0 }),
      'clipped.wav': clippedTone(),
      'broken.wav': 'no audio',
      'clips.csv':
        'path,label,speaker,split\n' +
        'a.wav,sad,ann,train\nb.wav,sad,ann,test\nsame.wav,happy,bob,train\n' +
        'silent.wav,happy,bob,test\nclipped.wav,sad,bob,train\nbroken.wav,sad,bob,train\nb.wav,,,\n',
    });
    const seen: number[] = [];
    const scan = await readRecordings(join(folder, 'clips.csv'));
    const report = await checkRecordings(scan, { onProgress: (done) => seen.push(done) });
    expect(report).toMatchObject({
      corpus: 'clips',
      clips: 6,
      speakers: 2,
      withoutSpeaker: 0,
      labels: { sad: 4, happy: 2 },
      seconds: { min: 0.05, median: 0.05, max: 0.1 },
      sampleRates: { 16000: 5 },
      lengths: { width: 0.1, counts: [4, 1] },
      unreadable: [{ file: 'broken.wav', code: 'not-audio' }],
      silent: ['silent.wav'],
      duplicates: [['a.wav', 'same.wav']],
      conflicts: [
        [
          { file: 'a.wav', label: 'sad' },
          { file: 'same.wav', label: 'happy' },
        ],
      ],
      oneLabelSpeakers: [{ speaker: 'ann', label: 'sad', clips: 2 }],
      splitLeaks: ['ann', 'bob'],
      irregular: [{ file: 'clips.csv, line 8' }],
    });
    expect(report.clipped.map(({ file }) => file)).toEqual(['clipped.wav']);
    expect(report.warnings).toEqual([
      'Too few clips to learn from: sad 4, happy 2.',
      '1 speaker has clips of one label only, for example ann (sad): a model may learn the voice instead of the emotion.',
      'The `split` column has ann, bob on both sides of the split.',
      '1 group of equal recordings has different labels.',
    ]);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
