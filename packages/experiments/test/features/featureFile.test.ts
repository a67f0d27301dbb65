import { mkdtemp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { FeatureBlocks } from '../../src/features/featureBlocks.js';
import { FeatureFile, joinedValues } from '../../src/features/featureFile.js';
import { FeatureFiles } from '../../src/features/featureFiles.js';

const freshFolder = () => mkdtemp(join(inject('temporaryFolder'), 'feature-file-'));
const range = (start: number, end: number) => Array.from({ length: end - start }, (_, i) => start + i);

describe('FeatureFile', () => {
  it('returns any part of what was appended, also while it grows', async () => {
    const file = new FeatureFile(join(await freshFolder(), 'rows.f32'));
    for (let start = 0; start < 100; start += 10) file.append(Float32Array.from(range(start, start + 10)));
    expect(file).toHaveLength(100);
    expect([...file.subarray(35, 62)]).toEqual(range(35, 62));
    file.append(Float32Array.of(100, 101));
    expect([...file.subarray(99, 102)]).toEqual([99, 100, 101]);
    file.close();
  });

  it('rejects a part beyond its end', async () => {
    const file = new FeatureFile(join(await freshFolder(), 'rows.f32'));
    file.append(Float32Array.of(1));
    expect(() => file.subarray(0, 2)).toThrow('it became shorter');
    file.close();
  });
});

describe('joinedValues', () => {
  it('returns parts across the borders', () => {
    const joined = joinedValues([Float32Array.of(0, 1, 2), Float32Array.of(), Float32Array.of(3, 4, 5)]);
    expect(joined).toHaveLength(6);
    expect([...joined.subarray(1, 5)]).toEqual([1, 2, 3, 4]);
    expect([...joined.subarray(4, 6)]).toEqual([4, 5]);
  });
});

describe('FeatureBlocks with files', () => {
  it('keeps few features in memory, and many in a file that is deleted at the end', async () => {
    const folder = await freshFolder();
    const files = new FeatureFiles(folder, 4 * 2 * 3);
    const shape = { nFrames: 1, nFeatures: 2 };
    const [few, many] = [new FeatureBlocks(shape, 3, files), new FeatureBlocks(shape, 4, files)];
    for (let i = 0; i < 3; i++) {
      few.add(Float32Array.of(i, -i));
      many.add(Float32Array.of(i, -i));
    }
    expect(few.all.stored).toBeUndefined();
    expect([...few.all.data]).toEqual([0, -0, 1, -1, 2, -2]);
    expect(many.all.data).toHaveLength(0);
    expect([...many.all.stored!.subarray(2, 6)]).toEqual([1, -1, 2, -2]);
    expect(await readdir(folder)).toEqual(['rows-1.f32']);
    files.close();
    expect(await readdir(folder)).toEqual([]);
  });
});
