import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { fitFrameEncoder } from '../../src/fisherVectors/fitFrameEncoder.js';
import type { FrameEncoderDescription } from '../../src/fisherVectors/frameEncoderDescription.js';
import type { Frames } from '../../src/fisherVectors/frames.js';
import { loadFrameEncoder } from '../../src/fisherVectors/loadFrameEncoder.js';
import { largestDifference, madeUpClips, reversed } from './madeUpFrames.js';

const description: FrameEncoderDescription = { kind: 'fisherVectors', nComponents: 4 };
const rotating: FrameEncoderDescription = {
  ...description,
  dimensions: 3,
  framesFitted: 300,
  bound: 2,
  clip: 1.5,
};

describe.each([
  ['frames as they are', description, 4 * (1 + 2 * 6)],
  ['principal components', rotating, 4 * (1 + 2 * 3)],
])('an encoder of %s', (_, described, nOutputs) => {
  it('makes one row of numbers from any number of frames', async () => {
    const encoder = await fitFrameEncoder(described, madeUpClips, { seed: 1 });
    expect([encoder.description, encoder.nInputs, encoder.nOutputs]).toEqual([described, 6, nOutputs]);
    expect(encoder.encode(madeUpClips[0]!)).toHaveLength(nOutputs);
    const one = { data: madeUpClips[0]!.data.subarray(0, 6), nFrames: 1, nFeatures: 6 };
    expect(encoder.encode(one).every((value) => Number.isFinite(value))).toBe(true);
  });

  it('is the same for the same seed, bit for bit, and differs for another', async () => {
    const vectorsOf = async (seed: number) => {
      const encoder = await fitFrameEncoder(described, madeUpClips, { seed });
      return encoder.encode(madeUpClips[3]!);
    };
    expect(await vectorsOf(1)).toEqual(await vectorsOf(1));
    expect(await vectorsOf(1)).not.toEqual(await vectorsOf(2));
  });

  it('is saved and loaded with the same vectors, bit for bit', async () => {
    const encoder = await fitFrameEncoder(described, madeUpClips, { seed: 1 });
    const files = encoder.save();
    expect(Object.keys(files)).toEqual(['encoder.json', 'encoder.bin']);
    const loaded = loadFrameEncoder(files);
    for (const clip of madeUpClips) expect(loaded.encode(clip)).toEqual(encoder.encode(clip));
    expect([loaded.description, loaded.nInputs, loaded.nOutputs]).toEqual([described, 6, nOutputs]);
    expect(loaded.save()).toEqual(files);
  });

  it('ignores the order of frames', async () => {
    const encoder = await fitFrameEncoder(described, madeUpClips, { seed: 1 });
    const [clip] = madeUpClips;
    expect(largestDifference(encoder.encode(reversed(clip!)), encoder.encode(clip!))).toBeLessThan(1e-4);
  });
});

describe('fitFrameEncoder', () => {
  it('makes z-scores of the training clips: mean 0, deviation 1', async () => {
    const encoder = await fitFrameEncoder({ ...description, clip: 100 }, madeUpClips, { seed: 1 });
    const rows = madeUpClips.map((clip) => encoder.encode(clip));
    for (let i = 0; i < encoder.nOutputs; i++) {
      const column = rows.map((row) => row[i]!);
      const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
      const variance = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
      expect(mean).toBeCloseTo(0, 4);
      expect(variance).toBeCloseTo(1, 4);
    }
  });

  it('clips z-scores to `clip`', async () => {
    const encoder = await fitFrameEncoder({ ...description, clip: 0.5 }, madeUpClips, { seed: 1 });
    const values = madeUpClips.flatMap((clip) => [...encoder.encode(clip)]);
    expect(Math.max(...values)).toBe(0.5);
    expect(Math.min(...values)).toBe(-0.5);
  });

  it('ignores the scale of a feature, and features that never change', async () => {
    const changed = madeUpClips.map((clip) => ({
      ...clip,
      data: clip.data.map((value, i) => (i % 6 === 2 ? 256 * value : value)), // a power of two: no rounding
    }));
    const plain = await fitFrameEncoder(description, madeUpClips, { seed: 1 });
    const other = await fitFrameEncoder(description, changed, { seed: 1 });
    expect(largestDifference(other.encode(changed[1]!), plain.encode(madeUpClips[1]!))).toBeLessThan(1e-3);
    const constant = madeUpClips.map((clip) => ({
      ...clip,
      data: clip.data.map((value, i) => (i % 6 === 2 ? 7 : value)),
    }));
    const encoder = await fitFrameEncoder(description, constant, { seed: 1 });
    expect(encoder.encode(constant[0]!).every((value) => Number.isFinite(value))).toBe(true);
  });

  it('changes no clip', async () => {
    const before = madeUpClips[0]!.data.slice();
    await fitFrameEncoder(rotating, madeUpClips, { seed: 1 });
    expect(madeUpClips[0]!.data).toEqual(before);
  });

  it('stops when it is aborted: before it starts, and while it runs', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(fitFrameEncoder(description, [], { seed: 1, signal })).rejects.toThrow('enough');
    const controller = new AbortController();
    const fitting = fitFrameEncoder(description, madeUpClips, { seed: 1, signal: controller.signal });
    setImmediate(() => controller.abort(new Error('now')));
    await expect(fitting).rejects.toThrow('now');
  });

  const clipOf = (data: number[], nFeatures: number): Frames => ({
    data: Float32Array.from(data),
    nFrames: data.length / nFeatures,
    nFeatures,
  });

  it.each<[string, readonly Frames[], FrameEncoderDescription, string, string]>([
    ['no clips', [], description, 'shape-mismatch', 'at least one clip'],
    [
      'a clip without frames',
      [clipOf([], 6)],
      description,
      'shape-mismatch',
      'Clip 0 must have at least one frame',
    ],
    [
      'clips of two widths',
      [madeUpClips[0]!, clipOf([1, 2], 2)],
      description,
      'shape-mismatch',
      'Clip 1 must have 6 features per frame; got 2.',
    ],
    ['a broken value', [clipOf([1, NaN, 2, 3, 4, 5, 1, 2], 1)], description, 'diverged', 'NaN or infinite'],
    [
      'fewer frames than components',
      [clipOf([1, 2, 3], 1)],
      description,
      'invalid-option',
      '`encoding.nComponents` must be at most the number of frames that the mixture is fitted to, 3; got 4.',
    ],
    [
      'more dimensions than features',
      madeUpClips,
      { ...description, dimensions: 7 },
      'invalid-option',
      '`encoding.dimensions` must be at most the 6 features of a frame; got 7.',
    ],
    ['a wrong description', madeUpClips, { ...description, bound: 0 }, 'invalid-option', '`encoding.bound`'],
  ])('rejects %s', async (_, clips, described, code, message) => {
    const error: unknown = await fitFrameEncoder(described, clips, { seed: 1 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SerError);
    expect(error).toMatchObject({ code });
    expect((error as SerError).message).toContain(message);
  });

  it('rejects clips that it cannot encode', async () => {
    const encoder = await fitFrameEncoder(description, madeUpClips, { seed: 1 });
    const encode = (clip: Frames) => () => encoder.encode(clip);
    expect(encode(clipOf([1, 2], 2))).toThrow(expect.objectContaining({ code: 'shape-mismatch' }));
    expect(encode(clipOf([], 6))).toThrow('at least one frame');
    expect(encode(clipOf([1, 2, 3, 4, 5, Infinity], 6))).toThrow(
      expect.objectContaining({ code: 'diverged' }),
    );
  });
});

describe('loadFrameEncoder', () => {
  it('rejects files that are missing, cut short, or not a frame encoder', async () => {
    const files = (await fitFrameEncoder(description, madeUpClips, { seed: 1 })).save();
    const json = (text: string) => ({ ...files, 'encoder.json': new TextEncoder().encode(text) });
    const cut = { ...files, 'encoder.bin': files['encoder.bin']!.subarray(4) };
    const cases: [Record<string, Uint8Array>, string, string][] = [
      [{}, 'encoder.json', 'The saved frame encoder has no `encoder.json`; it has no files.'],
      [
        { 'encoder.json': files['encoder.json']! },
        'encoder.bin',
        'has no `encoder.bin`; it has encoder.json.',
      ],
      [cut, 'encoder.bin', 'cut short or belongs to another encoder'],
      [json('{'), 'encoder.json', 'not a saved frame encoder'],
      [json('{}'), 'encoder.json', "The format must be 'ser-encoder-1'"],
      [json('null'), 'encoder.json', 'not a saved frame encoder'],
      [
        json('{"format":"ser-encoder-1","description":{"kind":"fisherVectors"},"nInputs":0}'),
        'encoder.json',
        '`nInputs` must be an integer from 1 to 1048576',
      ],
    ];
    for (const [broken, file, message] of cases) {
      expect(() => loadFrameEncoder(broken)).toThrow(message);
      expect(() => loadFrameEncoder(broken)).toThrow(
        expect.objectContaining({ code: 'invalid-model-files', file }),
      );
    }
  });
});
