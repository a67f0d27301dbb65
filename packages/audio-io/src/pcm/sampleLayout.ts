/** Position and format of the uncompressed samples of a file. */
export interface SampleLayout {
  /** `pcm` is signed; `unsigned8` is 8-bit unsigned PCM; `alaw` and `mulaw` are the 8-bit codes of telephony. */
  readonly kind: 'pcm' | 'unsigned8' | 'float' | 'alaw' | 'mulaw';
  readonly bytesPerSample: number;
  readonly littleEndian: boolean;
  readonly nChannels: number;

  /** In Hz. */
  readonly sampleRate: number;

  /** Offset of the first sample, in bytes. */
  readonly dataStart: number;

  /** Samples per channel. */
  readonly nSamples: number;
}

/** The encoding as named in `AudioInfo`: `pcm16`, `float32`, `mulaw`, ... */
export function encodingOf({ kind, bytesPerSample }: Pick<SampleLayout, 'kind' | 'bytesPerSample'>): string {
  if (kind === 'alaw' || kind === 'mulaw') return kind;
  return kind === 'float' ? `float${8 * bytesPerSample}` : `pcm${8 * bytesPerSample}`;
}
