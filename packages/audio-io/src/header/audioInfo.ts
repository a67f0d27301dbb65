/** The file formats whose headers are read here. */
export type AudioFormat = 'wav' | 'flac' | 'aiff' | 'mp3' | 'ogg' | 'webm' | 'mp4' | 'caf' | 'aac' | 'amr';

/** What the header of a recording says. */
export interface AudioInfo {
  /** The file format, detected from the content. */
  readonly container: AudioFormat;

  /**
   * How a sample is stored (`pcm8`, `pcm16`, `pcm24`, `pcm32`, `float32`, `float64`, `alaw`, `mulaw`, `flac16`,
   * `alac16`, ...) or the codec (`layer3` for MP3, `vorbis`, `opus`, `aac`, `amr`).
   */
  readonly encoding: string;

  /** Samples per second and channel, in Hz. Always 48000 for Opus, the rate at which it is decoded. */
  readonly sampleRate: number;

  /** Number of channels, at least 1. */
  readonly nChannels: number;

  /** Number of samples per channel. */
  readonly nSamples: number;

  /** Duration in seconds. */
  readonly seconds: number;
}

/** The part of `AudioInfo` that the reader of each format provides. */
export type AudioHeader = Omit<AudioInfo, 'container' | 'seconds'>;
