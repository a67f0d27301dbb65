/** How the uncompressed samples of a file lie and are stored. */
export interface SampleLayout {
  /** `pcm` is signed, but for `unsigned8`; `alaw` and `mulaw` are the 8-bit codes of telephony. */
  readonly kind: 'pcm' | 'unsigned8' | 'float' | 'alaw' | 'mulaw';
  readonly bytesPerSample: number;
  readonly littleEndian: boolean;
  readonly nChannels: number;

  /** In Hz. */
  readonly sampleRate: number;

  /** Offset of the first sample, in bytes. */
  readonly dataStart: number;

  /** Number of samples of each channel. */
  readonly nSamples: number;
}

/** The encoding in the words of `AudioInfo`: `pcm16`, `float32`, `mulaw`, ... */
export function encodingOf({ kind, bytesPerSample }: Pick<SampleLayout, 'kind' | 'bytesPerSample'>): string {
  if (kind === 'alaw' || kind === 'mulaw') return kind;
  return kind === 'float' ? `float${8 * bytesPerSample}` : `pcm${8 * bytesPerSample}`;
}
