/**
 * Latency and real-time factor of a live recognizer, and its memory over an hour of streamed sound, on one thread.
 *
 *     tsx --conditions=@ser/source programs/streaming.ts SECONDS
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openFeatures } from '@ser/encoder';
import { liveRecognizer, liveSound } from '../src/streaming/liveRecognizer.js';
import { medianTimes } from '../src/streaming/medianTimes.js';
import type { Milliseconds, StreamingMeasurement } from '../src/streaming/streamingBench.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const streamedSeconds = Number(process.argv[2]);
const { recognizer, what } = await liveRecognizer(1);
const window = { samples: liveSound(3, recognizer.sampleRate), sampleRate: recognizer.sampleRate };

async function milliseconds(work: () => unknown): Promise<Milliseconds> {
  const cpu = ({ user, system } = process.cpuUsage()) => (user + system) / 1000;
  const [wall, processor] = await medianTimes(work, () => [performance.now(), cpu()]);
  return { wall: wall!, cpu: processor! };
}

/** Members with equal features share them. */
const descriptions = new Map(recognizer.members.map(({ features }) => [JSON.stringify(features), features]));
const sources = await Promise.all([...descriptions.values()].map((features) => openFeatures(features)));
const features = await milliseconds(async () => {
  for (const source of sources) await source.extract(window);
});
const answer = await milliseconds(() => recognizer.predict(window));

/** Chunks of 20 ms, as from a microphone, but faster than real time. */
function* microphone(seconds: number, sampleRate: number): Generator<Float32Array> {
  const minute = liveSound(60, sampleRate);
  const step = sampleRate / 50;
  for (let chunk = 0; chunk < 50 * seconds; chunk++) {
    const start = (chunk * step) % minute.length;
    yield minute.subarray(start, start + step);
  }
}

const memoryMb: number[] = [];
const cpu = process.cpuUsage();
let nWindows = 0;
for await (const segment of recognizer.stream(microphone(streamedSeconds, 48_000), { sampleRate: 48_000 })) {
  nWindows++;
  if (memoryMb.length < 10 && segment.end >= ((memoryMb.length + 1) * streamedSeconds) / 10) {
    collectGarbage();
    memoryMb.push(process.memoryUsage.rss() / 2 ** 20);
  }
}
const { user, system } = process.cpuUsage(cpu);
const measurement: StreamingMeasurement = {
  what,
  features,
  answer,
  streamedSeconds,
  nWindows,
  realTimeFactor: (user + system) / 1e6 / streamedSeconds,
  memoryMb,
};
console.log(JSON.stringify(measurement));
process.exit(); // workers of WebAssembly threads would keep the process alive
