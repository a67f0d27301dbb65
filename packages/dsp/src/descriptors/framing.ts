import { invalidOption } from '@ser/core';

/** The only supported sample rate, in Hz. */
export const descriptorSampleRate = 16000;
/** Step from one frame to the next, in samples: 10 ms. */
export const descriptorHopLength = 160;
/** Frame length of spectrum and level, in samples: 25 ms. */
export const spectrumFrameLength = 400;
/** Frame length of pitch, in samples: 40 ms, two periods of 50 Hz. */
export const pitchFrameLength = 640;
/** Length of the Fourier transform of the spectrum, in samples. */
export const descriptorNFft = 512;

/** @throws {SerError} `invalid-option` unless the sample rate is supported */
export function requireDescriptorRate(sampleRate: number): void {
  if (sampleRate === descriptorSampleRate) return;
  throw invalidOption(
    'sampleRate',
    `${descriptorSampleRate}`,
    sampleRate,
    'Resample the clips with `resample`.',
  );
}

/** Number of frames in a clip: frame `t` is centered on sample `160 t`. */
export function countFrames(nSamples: number): number {
  return 1 + Math.floor(nSamples / descriptorHopLength);
}
