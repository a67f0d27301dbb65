/** One row of the table of `all`. */
export interface Work {
  /** The key in the results of the programs `works` and `rivals`. */
  readonly key: string;
  readonly title: string;
  /** What is to be reached against the first rival, as a ratio of times: ours to its. Undefined if nothing does the same. */
  readonly goal?: number;
}

/** Works of milliseconds, which the programs `works` and `rivals` measure on three seconds of sound. */
export const works: readonly Work[] = [
  { key: 'mfcc-16000', title: 'MFCC (40) of 3 s at 16 kHz', goal: 1 },
  { key: 'mfcc-22050', title: 'MFCC (40) of 3 s at 22.05 kHz', goal: 1 },
  { key: 'log-mel', title: 'log-mel (128) of 3 s at 22.05 kHz', goal: 1 },
  { key: 'chroma', title: 'chroma of 3 s at 22.05 kHz', goal: 1 },
  { key: 'contrast', title: 'spectral contrast of 3 s at 22.05 kHz', goal: 1 },
  { key: 'f0', title: 'F0 (YIN) of 3 s at 22.05 kHz', goal: 1 },
  { key: 'pitch-shift', title: 'pitch shift of 3 s at 22.05 kHz', goal: 1 },
  { key: 'time-stretch', title: 'time stretch of 3 s at 22.05 kHz', goal: 1 },
  { key: 'resample-up', title: 'resampling of 3 s, 16 to 22.05 kHz', goal: 1 },
  { key: 'resample-down', title: 'resampling of 3 s, 48 to 16 kHz', goal: 1 },
  { key: 'flac', title: 'decoding of a FLAC file of RAVDESS', goal: 1.3 },
  { key: 'wav', title: 'decoding of 3 s of 16-bit WAV at 48 kHz', goal: 1.3 },
  { key: 'encoder', title: "speech encoder's graph, 3 s, native", goal: 1.05 },
  { key: 'encoder-wasm', title: "speech encoder's graph, 3 s, in WebAssembly", goal: 4 },
  { key: 'embed', title: 'speech encoder from 3 s of samples, native' },
  { key: 'embed-wasm', title: 'speech encoder from 3 s of samples, in WebAssembly' },
];

/** What the programs `works` and `rivals`, in TypeScript and Python, print last. */
export interface WorkTimes {
  readonly systems: readonly SystemTimes[];
  /** Libraries that are not installed, and the command that installs them. */
  readonly missing: readonly string[];
}

/** A library with its version, and median milliseconds by the key of a work. */
export interface SystemTimes {
  readonly what: string;
  readonly ms: Readonly<Record<string, number>>;
}
