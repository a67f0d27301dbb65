import { createHash } from 'node:crypto';
import { open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeAnyAudio } from '@ser/audio-io';
import { isSilent, mixDown } from '@ser/dsp';
import { fileExtension } from '../files/audioFileName.js';

/** What the beginning of a FLAC file says about its samples. */
interface FlacFacts {
  /** Equal for files with equal samples: rate, channels, bits, length, and the MD5 of the samples; undefined without MD5. */
  readonly key: string | undefined;
  /** Size of the samples in a WAV or AIFF file. */
  readonly nBytes: number;
}

/** The headers of WAV and AIFF files are rarely longer. */
const maxHeader = 65_536;
const uncompressed = ['.wav', '.aif', '.aiff'];

/**
 * Finds FLAC files with the same samples as another FLAC, WAV, or AIFF file, whatever the compression.
 *
 * FLAC files contain a digest of their samples. WAV and AIFF files are decoded only if their size fits that of a FLAC file;
 * if there is no FLAC file, nothing is read. Unreadable and silent files never count as equal.
 *
 * @returns the files that have an equal one, each with a digest shared by all equal files
 */
export async function equalSamples(
  folder: string,
  files: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const flacs = new Map<string, FlacFacts>();
  for (const file of files.filter((one) => fileExtension(one) === '.flac')) {
    signal?.throwIfAborted();
    const facts = await flacFacts(join(folder, file)).catch(() => undefined); // reported when the file is decoded
    if (facts) flacs.set(file, facts);
  }
  if (flacs.size === 0) return new Map();
  const digests = new Map<string, string>();
  for (const file of await candidates(folder, files, flacs)) {
    signal?.throwIfAborted();
    const digest = await sampleDigest(join(folder, file)).catch(() => undefined);
    if (digest !== undefined) digests.set(file, digest);
  }
  const counts = new Map<string, number>();
  for (const digest of digests.values()) counts.set(digest, (counts.get(digest) ?? 0) + 1);
  return new Map([...digests].filter(([, digest]) => counts.get(digest)! > 1));
}

/** The files to decode: FLAC files with equal keys, and those of WAV or AIFF whose size fits a FLAC file, with that one. */
async function candidates(
  folder: string,
  files: readonly string[],
  flacs: ReadonlyMap<string, FlacFacts>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const firstOf = new Map<string, string>();
  for (const [file, { key }] of flacs) {
    if (key === undefined) continue;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, file);
    else found.add(first).add(file);
  }
  const bySize = [...flacs].sort(([, a], [, b]) => a.nBytes - b.nBytes);
  for (const file of files.filter((one) => uncompressed.includes(fileExtension(one)))) {
    const size = await stat(join(folder, file)).then(
      (found) => found.size,
      () => 0,
    );
    for (let i = firstAtLeast(bySize, size - maxHeader); i < bySize.length; i++) {
      const [flac, { nBytes }] = bySize[i]!;
      if (nBytes >= size) break;
      found.add(file).add(flac);
    }
  }
  return found;
}

function firstAtLeast(bySize: readonly (readonly [string, FlacFacts])[], nBytes: number): number {
  let [low, high] = [0, bySize.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bySize[middle]![1].nBytes < nBytes) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads STREAMINFO, the first block of a FLAC file. @see RFC 9639, section 8.2 */
async function flacFacts(path: string): Promise<FlacFacts | undefined> {
  const handle = await open(path);
  try {
    const bytes = new Uint8Array(42);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    if (bytesRead < 42 || String.fromCharCode(...bytes.subarray(0, 4)) !== 'fLaC') return undefined;
    const view = new DataView(bytes.buffer);
    const packed = view.getUint32(18); // 20 bits of the rate, 3 of the channels - 1, 5 of the bits - 1, 4 of the length
    const nChannels = ((packed >>> 9) & 7) + 1;
    const nBits = ((packed >>> 4) & 31) + 1;
    const nSamples = (packed & 15) * 2 ** 32 + view.getUint32(22);
    const md5 = bytes.subarray(26, 42);
    const key = md5.every((byte) => byte === 0) ? undefined : String(bytes.subarray(18, 42));
    return { key, nBytes: nSamples * nChannels * Math.ceil(nBits / 8) };
  } finally {
    await handle.close();
  }
}

async function sampleDigest(path: string): Promise<string | undefined> {
  const { channels, sampleRate } = await decodeAnyAudio(await readFile(path));
  if (isSilent(mixDown({ channels, sampleRate }))) return undefined;
  const hash = createHash('sha256').update(`${sampleRate} ${channels.length} `);
  for (const { buffer, byteOffset, byteLength } of channels) {
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest('hex');
}
