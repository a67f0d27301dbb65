/** The only sample rate of voice frames, in Hz. */
export const voiceSampleRate = 16000;
/** A frame every 10 ms, in samples. */
export const voiceHopLength = 160;
/** Of spectrum and level: 25 ms, in samples. */
export const spectrumFrameLength = 400;
/** Of pitch, 40 ms, in samples: two periods of 50 Hz. */
export const pitchFrameLength = 640;
/** Transform of a frame's spectrum, in samples. */
export const voiceNFft = 512;

/** Frames in a clip: frame `t` is centred on sample `160 t`. */
export function voiceFrameCount(nSamples: number): number {
  return 1 + Math.floor(nSamples / voiceHopLength);
}
