import { SerError } from '@ser/core';
import type { AudioClip } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import { predictEach } from '../../src/batch/predictEach.js';
import type { Prediction } from '../../src/prediction.js';

const clipOf = (n: number): AudioClip => ({ samples: Float32Array.of(n), sampleRate: 8000 });
const predictionOf = (clip: AudioClip) => ({ label: String(clip.samples[0]) }) as Prediction;
const tooShort = new SerError('clip-too-short', 'too short');

const read = (n: number) => Promise.resolve(clipOf(n));
const predict = (clips: readonly AudioClip[]) => Promise.resolve(clips.map(predictionOf));

describe('predictEach', () => {
  it('predicts in batches of 32 clips, which limits the memory', async () => {
    const sizes: number[] = [];
    const audios = Array.from({ length: 70 }, (_, i) => i);
    const results = await predictEach({
      ...{ audios, read },
      predict: (clips) => {
        sizes.push(clips.length);
        return predict(clips);
      },
    });
    expect(sizes).toEqual([32, 32, 6]);
    expect(results.map(({ prediction }) => prediction?.label)).toEqual(audios.map(String));
  });

  it('finds the clip that makes a batch fail', async () => {
    const results = await predictEach({
      ...{ audios: [1, 2, 3], read },
      predict: (clips) =>
        clips.some(({ samples }) => samples[0] === 2) ? Promise.reject(tooShort) : predict(clips),
    });
    expect(results).toEqual([
      { prediction: { label: '1' } },
      { error: tooShort },
      { prediction: { label: '3' } },
    ]);
  });

  it('rejects what concerns the model, and errors that are bugs', async () => {
    const disposed = new SerError('disposed', 'disposed');
    const failing = (error: Error) =>
      predictEach({ audios: [1], read, predict: () => Promise.reject(error) });
    await expect(failing(disposed)).rejects.toBe(disposed);
    await expect(failing(new TypeError('a bug'))).rejects.toThrow('a bug');
  });

  it('stops between batches when the signal is aborted', async () => {
    const abort = new AbortController();
    const predicting = predictEach({
      ...{ audios: Array.from({ length: 64 }, (_, i) => i), read, signal: abort.signal },
      predict: (clips) => {
        abort.abort(new Error('enough'));
        return predict(clips);
      },
    });
    await expect(predicting).rejects.toThrow('enough');
  });
});
