import { whisperLogMel } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { WhisperInput } from '../../src/huggingFace/whisperInput.js';
import { madeUpSound } from '../madeUpSounds.js';

const config = { kind: 'whisper', width: 4, nLayers: 1, nMels: 80, maxPositions: 100 } as const;

describe('the input of Whisper', () => {
  it('is the spectrogram of the clip with silence behind it, bands first; only the clip is pooled', () => {
    const { samples } = madeUpSound('voice', 8000);
    const { nPositions, windows } = new WhisperInput(config).prepare(samples);
    expect(nPositions).toBe(25);
    const [window] = windows;
    expect(window).toMatchObject({ start: 0, from: 0, to: 25, dims: [80, 200], nPositions: 100 });
    const padded = new Float32Array(32000);
    padded.set(samples);
    const { data } = whisperLogMel({ samples: padded, sampleRate: 16000 });
    expect([window!.data[7], window!.data[3 * 200 + 40]]).toEqual([data[7 * 80], data[40 * 80 + 3]]);
  });

  it('is windows of always the same length of a longer clip', () => {
    const { windows } = new WhisperInput(config).prepare(madeUpSound('chirp', 80_000).samples);
    // three windows of 100 positions that begin at 0, 75, and 150 meet in the middle of what they share
    expect(windows.map(({ start, from, to }) => [start, from, to])).toEqual([
      [0, 0, 87],
      [75, 87, 162],
      [150, 162, 250],
    ]);
    for (const { data } of windows) expect(data).toHaveLength(80 * 200);
  });
});
