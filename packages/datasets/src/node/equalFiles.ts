import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeAnyAudio } from '@ser/audio-io';
import { isSilent, mixDown } from '@ser/dsp';
import { equalSamples } from './equalSamples.js';

/** Number of bytes from the middle of a file; they differ between most files of equal size. */
const sampleSize = 4096;

/**
 * Finds recordings with equal bytes, and FLAC files with the samples of another file.
 *
 * Sizes are compared first, then some bytes from the middle, then all bytes. Files that cannot be read or are silent
 * never count as equal. For FLAC files, see `equalSamples`.
 *
 * @returns the files that have an equal one, each with a digest shared by all equal files
 */
export async function equalFiles(
  folder: string,
  files: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  let candidates = new Map(files.map((file) => [file, '']));
  for (const digest of [sizeOf, sampleOf, contentOf]) {
    candidates = await narrow(candidates, (file) => digest(join(folder, file)), signal);
  }
  return withEqualSamples(candidates, await equalSamples(folder, files, signal));
}

/** Adds files with equal samples to those with equal bytes, which then share a digest. */
function withEqualSamples(
  byBytes: ReadonlyMap<string, string>,
  bySamples: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  if (bySamples.size === 0) return byBytes;
  const samplesOf = new Map<string, string>();
  for (const [file, bytes] of byBytes) {
    const samples = bySamples.get(file);
    if (samples !== undefined) samplesOf.set(bytes, samples);
  }
  const all = [...byBytes].map(([file, bytes]) => [file, samplesOf.get(bytes) ?? bytes] as const);
  return new Map([...all, ...bySamples]);
}

/** Keeps the files that are still equal by one more digest. */
async function narrow(
  candidates: ReadonlyMap<string, string>,
  digestOf: (file: string) => Promise<string | undefined>,
  signal: AbortSignal | undefined,
): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const [file, before] of candidates) {
    signal?.throwIfAborted();
    const digest = await digestOf(file).catch(() => undefined); // an unreadable file is reported when it is decoded
    if (digest === undefined) continue;
    const both = `${before} ${digest}`;
    digests.set(file, both);
    counts.set(both, (counts.get(both) ?? 0) + 1);
  }
  return new Map([...digests].filter(([, digest]) => counts.get(digest)! > 1));
}

async function sizeOf(file: string): Promise<string | undefined> {
  const { size } = await stat(file);
  return size === 0 ? undefined : `${size}`;
}

async function sampleOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(Math.min(sampleSize, size));
    await handle.read(bytes, 0, bytes.length, Math.floor((size - bytes.length) / 2));
    return hash(bytes);
  } finally {
    await handle.close();
  }
}

async function contentOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file);
  return isSilent(mixDown(await decodeAnyAudio(bytes))) ? undefined : hash(bytes);
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
