/**
 * Median milliseconds of the works of `all`, by our packages.
 *
 *     tsx --conditions=@ser/source programs/works.ts FLAC_FILE
 */
import { readFileSync } from 'node:fs';
import { decodeAudio, encodeWav } from '@ser/audio-io';
import { createEncoder, encoderModel } from '@ser/encoder';
import { type OnnxEngineName, openRuntime, openSession } from '@ser/onnx/runtime';
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
for (const [suffix, engine] of [
  ['', 'onnx-node'],
  ['-wasm', 'onnx-web'],
] as const) {
  ms[`encoder${suffix}`] = await graphTime(engine);
  const encoder = await createEncoder({ engine, threads: 1 });
  ms[`embed${suffix}`] = await medianOf(() => encoder.embed(clip));
  await encoder.close();
}
console.log(JSON.stringify({ systems: [{ what: '@ser', ms }], missing: [] } satisfies WorkTimes));
process.exit(); // workers of WebAssembly threads would keep the process alive

/** The graph on 300 frames, as the rival runs it. */
async function graphTime(engine: OnnxEngineName): Promise<number> {
  const runtime = await openRuntime({ engine, threads: 1 });
  const session = await openSession(runtime, await encoderModel());
  const { Tensor } = runtime.library;
  const mel = Float32Array.from({ length: 80 * 300 }, (_, i) => Math.sin(i));
  const inputs = {
    mel: new Tensor('float32', mel, [1, 80, 300]),
    weights: new Tensor('float32', new Float32Array(150).fill(1), [150]),
  };
  const time = await medianOf(() => session.run(inputs));
  await session.release();
  return time;
}
