import { createFeaturePlan, type FeatureDescription } from '@ser/dsp';
import { afterEach, describe, expect, it } from 'vitest';
import { createEncoder, openFeatures, resolveFeatures } from '../../src/index.js';
import { fixtureFolder } from '../fixtureFolder.js';
import { madeUpSound } from '../madeUpSounds.js';

const clip = madeUpSound('voice', 8000);
const model = fixtureFolder('wavlm');
const wavlm = { name: 'encoder', model, layers: [1, 2] } as const;
const describeWith = (...features: FeatureDescription['features']): FeatureDescription => ({
  sampleRate: 16000,
  features,
});
const closing: (() => Promise<void> | undefined)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function rowOf(description: FeatureDescription): Promise<Float32Array> {
  const source = await openFeatures(description);
  closing.push(() => source.close?.());
  return (await source.extract(clip)).data;
}

describe('resolveFeatures', () => {
  it('fills in the width and checksum of an encoder, so that its columns are known', async () => {
    const description = describeWith(wavlm, { name: 'functionals', groups: ['energy'] });
    expect(() => createFeaturePlan(description).names).toThrow('`resolveFeatures` of @ser/encoder');
    const resolved = await resolveFeatures(description);
    const encoder = await createEncoder({ model, layers: [1] });
    closing.push(() => encoder.close());
    expect(resolved.features[0]).toEqual({ ...wavlm, width: 16, sha256: encoder.sha256 });
    expect(createFeaturePlan(resolved).names.slice(0, 2)).toEqual([
      'encoder.layer1.mean.0',
      'encoder.layer1.mean.1',
    ]);
    expect(await resolveFeatures(resolved)).toEqual(resolved);
  });

  it('returns other descriptions as they are', async () => {
    const description = describeWith({ name: 'encoder', layers: [2] });
    expect(await resolveFeatures(description)).toEqual(description);
  });

  it('finds columns of two features with the same name', async () => {
    const twice = describeWith(wavlm, { ...wavlm, layers: [2] });
    await expect(resolveFeatures(twice)).rejects.toMatchObject({
      code: 'invalid-feature-description',
      message: expect.stringContaining("two columns have the name 'encoder.layer2.mean.0'") as string,
    });
  });

  it('rejects another width than that of the encoder', async () => {
    await expect(resolveFeatures(describeWith({ ...wavlm, width: 8 }))).rejects.toThrow(
      '`width` must be one of 16; got 8.',
    );
  });
});

describe('openFeatures of several encoders', () => {
  it('puts their columns and those of other features in the order of the description', async () => {
    const hubert = { name: 'encoder', model: fixtureFolder('hubert'), layers: [0], prefix: 'h/' } as const;
    const bundled = { name: 'encoder', layers: [1], prefix: 'b/' } as const;
    const functionals = { name: 'functionals', groups: ['energy'] } as const;
    const parts = [hubert, functionals, wavlm, bundled];
    const rows = [];
    for (const part of parts) rows.push(await rowOf(describeWith(part)));
    expect(await rowOf(describeWith(...parts))).toEqual(Float32Array.from(rows.flatMap((row) => [...row])));
  });

  it('says which encoder it has used', async () => {
    const source = await openFeatures(describeWith(wavlm));
    closing.push(() => source.close?.());
    expect(source.description).toEqual(await resolveFeatures(describeWith(wavlm)));
    expect([source.nFeatures, source.nFrames]).toEqual([64, 1]);
  });

  it('takes an encoder from another place, if it is the same one', async () => {
    const { features } = await resolveFeatures(describeWith(wavlm));
    const moved = describeWith({ ...features[0]!, model: 'https://example.org/wavlm' } as typeof wavlm);
    const source = await openFeatures(moved, { locate: () => model });
    closing.push(() => source.close?.());
    expect((await source.extract(clip)).data).toEqual(await rowOf(describeWith(wavlm)));
    await expect(openFeatures(moved, { locate: () => fixtureFolder('hubert') })).rejects.toMatchObject({
      code: 'checksum-mismatch',
    });
    await expect(openFeatures(moved, { offline: true, cacheFolder: false })).rejects.toMatchObject({
      code: 'offline',
    });
  });
});
