import { findAudioStart } from '../bytes/audioStart.js';
import type { AudioSource } from '../source/audioSource.js';
import { SourceReader } from '../source/sourceReader.js';

/** Bytes by which a format is recognized. */
const headSize = 1 << 18;

/** A file without the tags at its beginning. */
export interface OpenFile {
  readonly reader: SourceReader;

  /** The first 256 KiB. */
  readonly head: Uint8Array;
}

/** Skips the tags at the beginning of a file and reads enough of it to recognize its format. */
export async function openReader(source: AudioSource, signal: AbortSignal | undefined): Promise<OpenFile> {
  const whole = new SourceReader(source, { signal });
  const start = await whole.run(findAudioStart(source.size));
  const reader = whole.from(start, signal);
  return { reader, head: await reader.read({ start: 0, end: headSize }) };
}
