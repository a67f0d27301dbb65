import type { FrameEncoder } from '@ser/classifiers';
import { Normalizer } from '@ser/dsp';
import { describe, expect, it } from 'vitest';
import type { ExtractedClips } from '../../src/features/extractedClips.js';
import { encodedClips } from '../../src/training/encodedClips.js';
import { utterance } from '../sampleRun.js';

const nClips = 500;

/** Two frames of one feature for each clip: the number of the clip, and the next. */
const clips: ExtractedClips = {
  utterances: Array.from({ length: nClips }, (_, i) => utterance('01', 'sad', i)),
  data: Float32Array.from({ length: 2 * nClips }, (_, i) => Math.ceil(i / 2)),
  nFrames: 2,
  nFeatures: 1,
  names: ['level'],
  skipped: [],
};

const unchanged = Normalizer.fromJSON({ kind: 'train', names: ['level'], mean: [0], scale: [1] });
const normalizer = { of: () => unchanged, forUnseenSpeakers: unchanged };

/** The sum of the frames, and their number. */
function sums(onEncode?: () => void): FrameEncoder {
  return {
    description: { kind: 'fisherVectors' },
    nInputs: 1,
    nOutputs: 2,
    encode({ data, nFrames }) {
      onEncode?.();
      return Float32Array.of(
        data.reduce((sum, value) => sum + value, 0),
        nFrames,
      );
    },
    save: () => ({}),
  };
}

describe('encodedClips', () => {
  it('is one row per clip, of its own frames', async () => {
    const encoded = await encodedClips(clips, { normalizer, encoder: sums() });
    expect(encoded).toMatchObject({ nFrames: 1, nFeatures: 2, names: ['encoded0', 'encoded1'] });
    expect([...encoded.data.subarray(0, 6)]).toEqual([1, 2, 3, 2, 5, 2]);
    expect([...encoded.data.subarray(-2)]).toEqual([2 * nClips - 1, 2]);
  });

  it('stops on an abort signal while it works', async () => {
    const controller = new AbortController();
    let done = 0;
    const encoder = sums(() => {
      if (done++ === 0) setImmediate(() => controller.abort(new Error('enough')));
    });
    await expect(encodedClips(clips, { normalizer, encoder, signal: controller.signal })).rejects.toThrow(
      'enough',
    );
    expect(done).toBeLessThan(nClips);
  });
});
