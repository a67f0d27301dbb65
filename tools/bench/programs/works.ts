/**
 * Median milliseconds of the works of `all`, by our packages.
 *
 *     tsx --conditions=@ser/source programs/works.ts FLAC_FILE
 */
import { readFileSync } from 'node:fs';
import { decodeAudio, encodeWav } from '@ser/audio-io';
import { createEncoder } from '@ser/encoder';
import { featureTimes } from '../src/all/featureTimes.js';
import { medianOf } from '../src/all/medianOf.js';
import { testSound } from '../src/all/testSound.js';
import type { WorkTimes } from '../src/all/works.js';

const ms = await featureTimes();
const flac = readFileSync(process.argv[2]!);
const wav = encodeWav({ samples: testSound(48000), sampleRate: 48000 });
ms['flac'] = await medianOf(() => decodeAudio(flac));
ms['wav'] = await medianOf(() => decodeAudio(wav));
const clip = { samples: testSound(16000), sampleRate: 16000 };
for (const [key, engine] of [
  ['encoder', 'onnx-node'],
  ['encoder-wasm', 'onnx-web'],
] as const) {
  const encoder = await createEncoder({ engine, threads: 1 });
  ms[key] = await medianOf(() => encoder.embed(clip));
  await encoder.close();
}
console.log(JSON.stringify({ systems: [{ what: '@ser', ms }], missing: [] } satisfies WorkTimes));
process.exit(); // workers of WebAssembly threads would keep the process alive
