import { SerError } from '@ser/core';
import { describe, expect, it } from 'vitest';
import { drawFrames } from '../../src/fisherVectors/drawFrames.js';
import {
  type FrameEncoderDescription,
  parseFrameEncoderDescription,
} from '../../src/fisherVectors/frameEncoderDescription.js';
import { fitFrameEncoder } from '../../src/fisherVectors/fitFrameEncoder.js';
import { type Frames } from '../../src/fisherVectors/frames.js';
import { loadFrameEncoder } from '../../src/fisherVectors/loadFrameEncoder.js';
import { greatestDifference, madeUpClips, reversed } from './madeUpFrames.js';

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
  it('makes one row of numbers of any number of frames', async () => {
    const encoder = await fitFrameEncoder(described, madeUpClips, { seed: 1 });
    expect([encoder.description, encoder.nInputs, encoder.nOutputs]).toEqual([described, 6, nOutputs]);
    expect(encoder.encode(madeUpClips[0]!)).toHaveLength(nOutputs);
    const one = { data: madeUpClips[0]!.data.subarray(0, 6), nFrames: 1, nFeatures: 6 };
    expect(encoder.encode(one).every((value) => Number.isFinite(value))).toBe(true);
  });

  it('is the same of one seed, bit for bit, and another of another', async () => {
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

  it('does not look at the order of frames', async () => {
    const encoder = await fitFrameEncoder(described, madeUpClips, { seed: 1 });
    const [clip] = madeUpClips;
    expect(greatestDifference(encoder.encode(reversed(clip!)), encoder.encode(clip!))).toBeLessThan(1e-4);
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

  it('cuts z-scores off at `clip`', async () => {
    const encoder = await fitFrameEncoder({ ...description, clip: 0.5 }, madeUpClips, { seed: 1 });
    const values = madeUpClips.flatMap((clip) => [...encoder.encode(clip)]);
    expect(Math.max(...values)).toBe(0.5);
    expect(Math.min(...values)).toBe(-0.5);
  });

  it('does not see the scale of a feature, nor one that never changes', async () => {
    const changed = madeUpClips.map((clip) => ({
      ...clip,
      data: clip.data.map((value, i) => (i % 6 === 2 ? 256 * value : value)), // a power of two: no rounding
    }));
    const plain = await fitFrameEncoder(description, madeUpClips, { seed: 1 });
    const other = await fitFrameEncoder(description, changed, { seed: 1 });
    expect(greatestDifference(other.encode(changed[1]!), plain.encode(madeUpClips[1]!))).toBeLessThan(1e-3);
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

  it('ends when it is told to: before it looks at a clip, and while it runs', async () => {
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
    ['a clip without frames', [clipOf([], 6)], description, 'shape-mismatch', 'Clip 0 has 0 frames'],
    [
      'clips of two widths',
      [madeUpClips[0]!, clipOf([1, 2], 2)],
      description,
      'shape-mismatch',
      'of 6 features, got 2',
    ],
    ['a broken value', [clipOf([1, NaN, 2, 3, 4, 5, 1, 2], 1)], description, 'diverged', 'not finite'],
    [
      'fewer frames than components',
      [clipOf([1, 2, 3], 1)],
      description,
      'invalid-option',
      '(4) frames to fit',
    ],
    [
      'more dimensions than features',
      madeUpClips,
      { ...description, dimensions: 7 },
      'invalid-option',
      '`dimensions` to be at most the 6 features of a frame, got `7`',
    ],
    ['a wrong description', madeUpClips, { ...description, bound: 0 }, 'invalid-network', '`encoding.bound`'],
  ])('refuses %s', async (_, clips, described, code, message) => {
    const error: unknown = await fitFrameEncoder(described, clips, { seed: 1 }).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(SerError);
    expect(error).toMatchObject({ code });
    expect((error as SerError).message).toContain(message);
  });

  it('refuses to encode what it was not fitted to', async () => {
    const encoder = await fitFrameEncoder(description, madeUpClips, { seed: 1 });
    const encode = (clip: Frames) => () => encoder.encode(clip);
    expect(encode(clipOf([1, 2], 2))).toThrow(expect.objectContaining({ code: 'shape-mismatch' }));
    expect(encode(clipOf([], 6))).toThrow('at least one frame');
    expect(encode(clipOf([1, 2, 3, 4, 5, Infinity], 6))).toThrow(
      expect.objectContaining({ code: 'diverged' }),
    );
  });
});

describe('drawFrames', () => {
  /** Clips whose frames are numbered: 100 times the clip, plus the frame. */
  const numbered = [3, 50, 50].map((nFrames, clip) => ({
    data: Float32Array.from({ length: nFrames }, (_, frame) => 100 * clip + frame),
    nFrames,
    nFeatures: 1,
  }));

  it('draws an equal share of each clip, none twice, all of a short clip', () => {
    const drawn = [...drawFrames(numbered, 60, 1)];
    expect(new Set(drawn).size).toBe(drawn.length);
    const counts = [0, 1, 2].map((clip) => drawn.filter((frame) => Math.floor(frame / 100) === clip).length);
    expect(counts).toEqual([3, 20, 20]);
  });

  it('draws as many as are wanted where the clips do not divide them', () => {
    expect(drawFrames(numbered.slice(1), 31, 1)).toHaveLength(31);
    expect(drawFrames(numbered, 1, 1)).toHaveLength(1);
  });
});

describe('loadFrameEncoder', () => {
  it('refuses files that are missing, cut short or something else', async () => {
    const files = (await fitFrameEncoder(description, madeUpClips, { seed: 1 })).save();
    const json = (text: string) => ({ ...files, 'encoder.json': new TextEncoder().encode(text) });
    const cut = { ...files, 'encoder.bin': files['encoder.bin']!.subarray(4) };
    const cases: [Record<string, Uint8Array>, string, string][] = [
      [{}, 'encoder.json', 'The saved encoder lacks `encoder.json`. It has no parts.'],
      [
        { 'encoder.json': files['encoder.json']! },
        'encoder.bin',
        'lacks `encoder.bin`. It has encoder.json.',
      ],
      [cut, 'encoder.bin', 'cut short or of another encoder'],
      [json('{'), 'encoder.json', 'no saved encoder'],
      [json('{}'), 'encoder.json', "Expected the format 'ser-encoder-1'"],
      [json('null'), 'encoder.json', 'no saved encoder'],
      [
        json('{"format":"ser-encoder-1","description":{"kind":"fisherVectors"},"nInputs":0}'),
        'encoder.json',
        '`nInputs` to be an integer >= 1',
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

describe('parseFrameEncoderDescription', () => {
  it.each<FrameEncoderDescription>([{ kind: 'fisherVectors' }, rotating])('gives back %j', (json) => {
    expect(parseFrameEncoderDescription(json)).toBe(json);
  });

  it.each([
    [[], 'Expected `encoding` to be an object'],
    [{ kind: 'bag' }, "Expected `encoding.kind` to be one of 'fisherVectors', got `'bag'`"],
    [{ kind: 'fisherVectors', K: 3 }, 'Unknown option `encoding.K`. Known: kind, nComponents, dimensions,'],
    [{ kind: 'fisherVectors', nComponents: 0 }, '`encoding.nComponents` to be an integer >= 1, got `0`'],
    [{ kind: 'fisherVectors', dimensions: 1.5 }, '`encoding.dimensions` to be an integer >= 1'],
    [{ kind: 'fisherVectors', framesFitted: '9' }, '`encoding.framesFitted` to be an integer >= 1'],
    [{ kind: 'fisherVectors', bound: -1 }, '`encoding.bound` to be a number > 0'],
    [{ kind: 'fisherVectors', clip: 0 }, '`encoding.clip` to be a number > 0'],
  ])('refuses %j', (json, message) => {
    expect(() => parseFrameEncoderDescription(json)).toThrow(message);
    expect(() => parseFrameEncoderDescription(json)).toThrow(
      expect.objectContaining({ code: 'invalid-network' }),
    );
  });
});
