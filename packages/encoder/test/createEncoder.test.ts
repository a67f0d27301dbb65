import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEncoder, type SpeechEncoder } from '../src/index.js';
import { madeUpSound, scaled, type SoundName } from './madeUpSounds.js';

interface Golden {
  readonly signal: SoundName;
  readonly nSamples: number;
  readonly values: readonly number[];
}

const file = new URL('./goldens/embeddings.json', import.meta.url);
const { cases: goldens } = JSON.parse(readFileSync(file, 'utf8')) as { readonly cases: readonly Golden[] };
const voice = madeUpSound('voice', 24000);

/** Root mean square of the differences between rows, relative to that of the second. */
function relativeDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [differences, squares] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    differences += (actual[i]! - expected[i]!) ** 2;
    squares += expected[i]! ** 2;
  }
  return Math.sqrt(differences / squares);
}

describe.each(['onnx-node', 'onnx-web'] as const)('an encoder on %s', (engine) => {
  let encoder: SpeechEncoder;
  beforeAll(async () => void (encoder = await createEncoder({ engine })));
  afterAll(() => encoder.close());

  it('describes a clip by one row of named numbers', async () => {
    const { data, nFrames, nFeatures, names } = await encoder.embed(voice);
    expect([nFrames, nFeatures, data.length]).toEqual([1, 2304, 2304]);
    expect([names[0], names[2303]]).toEqual(['encoder.layer1.mean.0', 'encoder.layer3.std.383']);
    expect(encoder.description).toMatch(/^ONNX Runtime \d+\.\d+/);
  });

  // int8 weights and inputs: each of six matrix products in a layer is off by about 1%
  it.each(goldens)('is within 3% of Whisper in float64: $signal', async ({ signal, nSamples, values }) => {
    const { data } = await encoder.embed(madeUpSound(signal, nSamples));
    expect(relativeDifference(data, values)).toBeLessThan(0.03);
  });

  it('gives the same answer at any gain', async () => {
    const { data } = await encoder.embed(voice);
    expect((await encoder.embed(scaled(voice, 2 ** -9))).data).toEqual(data);
    // Samples are rounded to float32, which changes a few of the inputs that are then rounded to uint8.
    expect(relativeDifference((await encoder.embed(scaled(voice, 0.003))).data, data)).toBeLessThan(0.01);
  });

  it('answers calls at the same time as it answers them one by one', async () => {
    const clips = [voice, madeUpSound('chirp', 8000), madeUpSound('voice', 9000)];
    const together = await Promise.all(clips.map((clip) => encoder.embed(clip)));
    for (const [i, clip] of clips.entries()) {
      expect((await encoder.embed(clip)).data).toEqual(together[i]!.data);
    }
  });
});

describe('SpeechEncoder', () => {
  let encoder: SpeechEncoder;
  beforeAll(async () => void (encoder = await createEncoder()));
  afterAll(() => encoder.close());

  it('pools long clips over all windows: a sound that repeats has the statistics of its parts', async () => {
    const part = madeUpSound('voice', 20 * 16000).samples;
    const repeated = new Float32Array(4 * part.length);
    for (let i = 0; i < 4; i++) repeated.set(part, i * part.length);
    const once = await encoder.embed({ samples: part, sampleRate: 16000 });
    const fourTimes = await encoder.embed({ samples: repeated, sampleRate: 16000 });
    expect(relativeDifference(fourTimes.data, once.data)).toBeLessThan(0.1);
  });

  it('pools over the sound in a long clip, whichever window it lies in', async () => {
    const { samples } = madeUpSound('voice', 6 * 16000);
    const embedAt = async (start: number) => {
      const long = new Float32Array(100 * 16000);
      long.set(samples, start * 16000);
      return (await encoder.embed({ samples: long, sampleRate: 16000 })).data;
    };
    // windows begin every 23.5 s, so the sound lies in the first and the second at the same place
    expect(relativeDifference(await embedAt(10 + 23.5), await embedAt(10))).toBeLessThan(0.01);
  });

  it('takes 20 ms, and digital silence', async () => {
    const short = await encoder.embed({ samples: voice.samples.slice(8000, 8320), sampleRate: 16000 });
    const silent = await encoder.embed({ samples: new Float32Array(16000), sampleRate: 16000 });
    expect([...short.data, ...silent.data].every(Number.isFinite)).toBe(true);
  });

  it('gives the chosen layers in the chosen order', async () => {
    const chosen = await createEncoder({ layers: [3, 1] });
    const all = (await encoder.embed(voice)).data;
    const { data } = await chosen.embed(voice);
    expect([...data]).toEqual([...all.subarray(2 * 768), ...all.subarray(0, 768)]);
    await chosen.close();
  });

  it.each([
    ['8,000 Hz', { ...voice, sampleRate: 8000 }, 'sample-rate-mismatch', 'must have 16000 Hz; got 8000 Hz'],
    ['319 samples', { ...voice, samples: new Float32Array(319) }, 'clip-too-short', 'at least 320 samples'],
    [
      'infinity',
      { ...voice, samples: new Float32Array(320).fill(Infinity) },
      'invalid-sample',
      'got Infinity',
    ],
  ])('rejects a clip of %s', async (_, clip, code, message) => {
    const error: unknown = await encoder.embed(clip).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'SerError',
      code,
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('createEncoder', () => {
  it('shares one session, which lives until the last encoder is closed', async () => {
    const [first, second] = await Promise.all([createEncoder(), createEncoder({ layers: [2] })]);
    await first.close();
    await first.close();
    expect((await second.embed(voice)).nFeatures).toBe(768);
    await expect(first.embed(voice)).rejects.toMatchObject({ code: 'encoder-closed' });
    await second.close();
    const third = await createEncoder();
    expect((await third.embed(voice)).nFeatures).toBe(2304);
    await third.close();
  });

  it.each([
    [{ engine: 'cuda' }, "`engine` must be one of 'auto', 'onnx-node', 'onnx-web'; got 'cuda'."],
    [{ threads: 0 }, '`threads` must be an integer at least 1; got 0.'],
    [{ layers: [0] }, '`layers` must be a list of at least one of 1, 2, 3, each at most once; got [0].'],
  ])('rejects %j', async (options, message) => {
    await expect(createEncoder(options as never)).rejects.toMatchObject({ code: 'invalid-option', message });
  });
});
