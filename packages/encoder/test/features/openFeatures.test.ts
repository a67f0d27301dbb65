import { createFeaturePlan, type FeatureDescription, type FeatureSource } from '@ser/dsp';
import { afterEach, describe, expect, it } from 'vitest';
import { createEncoder, openFeatures } from '../../src/index.js';
import { madeUpSound } from '../madeUpSounds.js';

const clip = madeUpSound('voice', 12000);
const functionals = { name: 'functionals', groups: ['energy', 'f0'] } as const;
const opened: FeatureSource[] = [];

const describeWith = (...features: FeatureDescription['features']): FeatureDescription => ({
  sampleRate: 16000,
  features,
});

async function open(...features: FeatureDescription['features']): Promise<FeatureSource> {
  const source = await openFeatures(describeWith(...features));
  opened.push(source);
  return source;
}

afterEach(async () => {
  for (const source of opened.splice(0)) await source.close?.();
});

describe('openFeatures', () => {
  it('describes a clip by the encoder', async () => {
    const source = await open({ name: 'encoder', layers: [1, 2, 3] });
    const features = await source.extract(clip);
    const encoder = await createEncoder();
    expect(features).toEqual(await encoder.embed(clip));
    expect([source.sampleRate, source.nFrames, source.nFeatures]).toEqual([16000, 1, 2304]);
    await encoder.close();
  });

  it('puts columns side by side in the order of the description, and runs the encoder once', async () => {
    const last = { name: 'encoder', layers: [3], prefix: 'last/' } as const;
    const source = await open(last, functionals, { name: 'encoder', layers: [3, 1] });
    const { data, names, nFeatures } = await source.extract(clip);
    const rows = [
      await (await open({ name: 'encoder', layers: [3] })).extract(clip),
      createFeaturePlan(describeWith(functionals)).extract(clip),
      await (await open({ name: 'encoder', layers: [3, 1] })).extract(clip),
    ];
    expect([...data]).toEqual(rows.flatMap((row) => [...row.data]));
    expect(names.slice(768)).toEqual(rows.slice(1).flatMap((row) => row.names));
    expect([names[0], nFeatures]).toEqual(['last/encoder.layer3.mean.0', data.length]);
  });

  it('keeps only the statistics that the description has', async () => {
    const source = await open({ name: 'encoder', layers: [2], statistics: ['mean'] });
    const both = await (await open({ name: 'encoder', layers: [2] })).extract(clip);
    expect([...(await source.extract(clip)).data]).toEqual([...both.data.subarray(0, 384)]);
    expect(source.names.at(-1)).toBe('encoder.layer2.mean.383');
  });

  it('is the synchronous plan of @ser/dsp without the encoder, and needs no ONNX Runtime', async () => {
    const source = await openFeatures(describeWith(functionals), { engine: 'none' as 'auto' });
    expect(source.extract(clip)).toEqual(createFeaturePlan(describeWith(functionals)).extract(clip));
    expect(source.close).toBeUndefined();
  });

  it('rejects what the description or the options do not allow', async () => {
    await expect(openFeatures(describeWith({ name: 'encoder', layers: [] }))).rejects.toMatchObject({
      code: 'invalid-feature-description',
    });
    const options = { engine: 'none' as 'auto' };
    await expect(openFeatures(describeWith({ name: 'encoder' }), options)).rejects.toMatchObject({
      code: 'invalid-option',
      message: expect.stringContaining(
        "`engine` must be one of 'auto', 'onnx-node', 'onnx-web'; got 'none'.",
      ),
    });
  });

  it('rejects clips after it has been closed', async () => {
    const source = await openFeatures(describeWith({ name: 'encoder' }));
    await source.close?.();
    await expect(source.extract(clip)).rejects.toMatchObject({ code: 'encoder-closed' });
  });
});
