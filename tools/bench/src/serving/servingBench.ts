import { setTimeout as wait } from 'node:timers/promises';
import { encodeWav } from '@ser/audio-io';
import { type AudioClip, mixDown, resample } from '@ser/dsp';
import { Recognizer } from '@ser/recognizer';
import { type Bench, numberOption } from '../bench.js';
import { voicedBlocks } from '../longRecording/voicedBlocks.js';
import { markdownTable } from '../markdownTable.js';
import { type StreamTimes, streamUntil, type UploadTimes, uploadUntil } from './clients.js';
import { startServe } from './serveProcess.js';
import { deafStream, killedUploads, rejected, slowUpload } from './troublesome.js';

const nClients = 200;
const nStreams = 20;
const models = ['general-small', 'general'] as const;

/** Whether `ser serve` keeps answering many clients, some of which misbehave, in constant memory. */
export const servingBench: Bench = {
  name: 'serving',
  description:
    '`ser serve` under 200 clients at once and 20 streams, with clients that hang up or do not read (--seconds 600 per model)',
  async run(options) {
    const seconds = numberOption('seconds', options, 600);
    const samples = await voice();
    const rows = [];
    for (const model of models) rows.push(await measure(model, seconds, samples));
    console.log(markdownTable(['', ...models], transposed(rows)));
  },
};

async function measure(model: (typeof models)[number], seconds: number, voice: AudioClip): Promise<Row> {
  const clip = await clipWithLabel(model, voice);
  const server = await startServe(model);
  const stream = Int16Array.from(voice.samples, (sample) => Math.round(32767 * sample));
  const uploads: UploadTimes = { times: [], wrong: 0, refused: 0 };
  const streams: StreamTimes = { delays: [], utterances: 0, failures: [] };
  const memory: number[] = [];
  try {
    const end = performance.now() + 1000 * seconds;
    const watching = watchMemory(end, () => server.memory(), memory);
    const [killed] = await Promise.all([
      killedUploads(end, server),
      slowUpload(end, server),
      deafStream(end, server, stream),
      ...Array.from({ length: nStreams }, () => streamUntil(end, server, stream, streams)),
      ...Array.from({ length: nClients }, () => uploadUntil(end, server, clip, uploads)),
    ]);
    await watching;
    return rowOf(
      { seconds, uploads, streams, memory, killed, ...(await rejected(server)) },
      await server.stop(),
    );
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** Twenty seconds of sound like speech, at 16 kHz. */
async function voice(): Promise<AudioClip> {
  for await (const block of voicedBlocks(20)) return resample(mixDown(block), { sampleRate: 16_000 });
  throw new Error('There is no sound.');
}

async function clipWithLabel(model: (typeof models)[number], voice: AudioClip) {
  const recognizer = await Recognizer.bundled(model);
  const bytes = encodeWav({ ...voice, samples: voice.samples.subarray(0, 48_000) });
  const { label } = await recognizer.predict(bytes);
  recognizer.dispose();
  return { bytes: Uint8Array.from(bytes), label };
}

async function watchMemory(end: number, memory: () => Promise<number>, seen: number[]): Promise<void> {
  for (; performance.now() < end; await wait(2000)) seen.push(await memory());
}

interface Measured {
  readonly seconds: number;
  readonly uploads: UploadTimes;
  readonly streams: StreamTimes;
  readonly memory: readonly number[];
  readonly killed: number;
  readonly wrong: number;
  readonly long: number;
}

type Row = readonly (readonly [string, string])[];

function rowOf({ seconds, uploads, streams, memory, ...others }: Measured, exitCode: number | null): Row {
  const { times, wrong, refused } = uploads;
  const tenths = Array.from({ length: 10 }, (_, i) => memory[Math.floor(((i + 0.5) * memory.length) / 10)]!);
  return [
    ['answers', `${times.length}, ${(times.length / seconds).toFixed(0)} per second`],
    ['upload to answer, 50%, 99%', `${percentile(times, 0.5)}, ${percentile(times, 0.99)}`],
    ['wrong answers; refused (503)', `${wrong}; ${refused}`],
    ['utterances of the streams', String(streams.utterances)],
    [
      'end of an utterance to its event, 50%, 99%',
      `${percentile(streams.delays, 0.5)}, ${percentile(streams.delays, 0.99)}`,
    ],
    ['streams that ended early', streams.failures.join(', ') || '0'],
    ['MiB after each tenth', tenths.map((mb) => mb.toFixed(0)).join(' ')],
    ['uploads that hung up', String(others.killed)],
    ['status: wrong token; 3 h of stereo (2.07 GB)', `${others.wrong}; ${others.long}`],
    ['exit code after SIGTERM', String(exitCode)],
  ];
}

function percentile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  const time = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return time === undefined ? '–' : `${time.toFixed(0)} ms`;
}

function transposed(rows: readonly Row[]): string[][] {
  return rows[0]!.map(([name], i) => [name, ...rows.map((row) => row[i]![1])]);
}
