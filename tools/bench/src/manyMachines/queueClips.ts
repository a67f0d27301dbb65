import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWav } from '@ser/audio-io/node';
import { cancelRun, queueExecutor, queueStatus } from '@ser/bullmq';
import { featuresInJobs, type FileClip, type Store } from '@ser/experiments/executor';
import { RandomStream } from '@ser/core';
import { Redis } from 'ioredis';
import { setTimeout } from 'node:timers/promises';

/** Clips per file, each of this many seconds. */
const [partsPerFile, seconds, sampleRate] = [1000, 0.1, 8000];

/** Many tiny clips: parts of generated files of noise. */
export async function tinyClips(folder: string, n: number): Promise<readonly FileClip[]> {
  await mkdir(folder, { recursive: true });
  const clips: FileClip[] = [];
  for (let first = 0; first < n; first += partsPerFile) {
    const file = join(folder, `noise-${first}.wav`);
    const random = new RandomStream(first);
    const samples = Float32Array.from(
      { length: partsPerFile * seconds * sampleRate },
      () => 0.1 * random.normal(),
    );
    await writeWav(file, { samples, sampleRate });
    for (let part = 0; part < Math.min(partsPerFile, n - first); part++) {
      clips.push({ file, start: part * seconds, end: (part + 1) * seconds });
    }
  }
  return clips;
}

const features = {
  sampleRate,
  features: [{ name: 'mfcc' as const, nMfcc: 13, nFft: 256, hopLength: 128, nMels: 26 }],
  functionals: ['mean' as const, 'std' as const],
};

export interface ClipsMeasurement {
  readonly clipsPerSecond: number;
  /** Largest memory of Redis during the run, above that before; in bytes. */
  readonly queueMemory: number;
}

/** Extracts features over the queue. */
export async function extractOverQueue(
  address: string,
  clips: readonly FileClip[],
  store: Store,
): Promise<ClipsMeasurement> {
  const executor = await queueExecutor(address, { run: 'clips', store });
  const client = new Redis(address);
  const before = await usedMemory(client);
  let most = before;
  const timer = setInterval(
    () => void usedMemory(client).then((bytes) => (most = Math.max(most, bytes))),
    200,
  );
  const start = performance.now();
  let done = 0;
  for await (const result of featuresInJobs(clips, features, { executor })) done += 'data' in result ? 1 : 0;
  const elapsed = (performance.now() - start) / 1000;
  clearInterval(timer);
  client.disconnect();
  await executor.close();
  if (done !== clips.length) throw new Error(`All ${clips.length} clips must have features; got ${done}.`);
  return { clipsPerSecond: done / elapsed, queueMemory: most - before };
}

/** Cancels a run in its middle. @returns seconds until no worker computes for it, and until its coordinator has ended */
export async function cancelInTheMiddle(
  address: string,
  clips: readonly FileClip[],
  store: Store,
): Promise<{ readonly workers: number; readonly coordinator: number }> {
  const executor = await queueExecutor(address, { run: 'canceled', store });
  const controller = new AbortController();
  const run = (async () => {
    for await (const _ of featuresInJobs(clips, features, { executor, signal: controller.signal })) void _;
  })();
  let ended = 0;
  const end = run.catch(() => (ended = performance.now()));
  while ((await queueStatus(address)).active === 0) await setTimeout(50);
  await setTimeout(2000);
  const start = performance.now();
  await cancelRun(address, 'canceled');
  for (;;) {
    const { active, waiting } = await queueStatus(address);
    if (active + waiting === 0) break;
    await setTimeout(20);
  }
  const workers = (performance.now() - start) / 1000;
  await end;
  await executor.close();
  return { workers, coordinator: (ended - start) / 1000 };
}

async function usedMemory(client: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]);
}
