/**
 * Median milliseconds of the works of `all`, by our packages.
 *
 *     tsx --conditions=@ser/source programs/works.ts FLAC_FILE
 */
import { readFileSync } from 'node:fs';
import { decodeAudio, encodeWav } from '@ser/audio-io';
import { createFeaturePlan, type FeatureSpec, pitchShift, resample, timeStretch } from '@ser/dsp';
import { createEncoder } from '@ser/encoder';
import { medianOf } from '../src/all/medianOf.js';
import { testSound } from '../src/all/testSound.js';
import type { WorkTimes } from '../src/all/works.js';

const ms: Record<string, number> = {};
const clips = Object.fromEntries(
  [16000, 22050, 48000].map((sampleRate) => [sampleRate, { samples: testSound(sampleRate), sampleRate }]),
) as Record<16000 | 22050 | 48000, { samples: Float32Array; sampleRate: number }>;

async function feature(key: string, spec: FeatureSpec, sampleRate: 16000 | 22050 = 22050): Promise<void> {
  const plan = createFeaturePlan({ sampleRate, features: [spec] });
  ms[key] = await medianOf(() => plan.extract(clips[sampleRate]));
}

await feature('mfcc-16000', { name: 'mfcc', nMfcc: 40 }, 16000);
await feature('mfcc-22050', { name: 'mfcc', nMfcc: 40 });
await feature('log-mel', { name: 'logMel' });
await feature('chroma', { name: 'chroma' });
await feature('contrast', { name: 'spectralContrast' });
await feature('f0', { name: 'f0' });
ms['pitch-shift'] = await medianOf(() => pitchShift(clips[22050], { semitones: 2 }));
ms['time-stretch'] = await medianOf(() => timeStretch(clips[22050], { rate: 1.1 }));
ms['resample-up'] = await medianOf(() => resample(clips[16000], { sampleRate: 22050 }));
ms['resample-down'] = await medianOf(() => resample(clips[48000], { sampleRate: 16000 }));
const flac = readFileSync(process.argv[2]!);
const wav = encodeWav(clips[48000]);
ms['flac'] = await medianOf(() => decodeAudio(flac));
ms['wav'] = await medianOf(() => decodeAudio(wav));
for (const [key, engine] of [
  ['encoder', 'onnx-node'],
  ['encoder-wasm', 'onnx-web'],
] as const) {
  const encoder = await createEncoder({ engine, threads: 1 });
  ms[key] = await medianOf(() => encoder.embed(clips[16000]));
  await encoder.close();
}
console.log(JSON.stringify({ systems: [{ what: '@ser', ms }], missing: [] } satisfies WorkTimes));
process.exit(); // workers of WebAssembly threads would keep the process alive
