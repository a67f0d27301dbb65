/** Columns of the spectrogram, and values of the pitch, per second. */
export const columnsPerSecond = 50;

/** Mel bands of a column, the lowest first, up to 8 kHz. */
export const bandsPerColumn = 48;

/** What the timeline shows of a short stretch of sound. */
export interface SoundBlock {
  /** In seconds from the beginning of the stream. */
  readonly start: number;
  /** Levels from 0 (-55 dB) to 255 (15 dB), shape `[nColumns, bandsPerColumn]`. */
  readonly levels: Uint8Array<ArrayBuffer>;
  /** Fundamental frequency of each column in Hz; 0 without a voice. */
  readonly pitch: Float32Array<ArrayBuffer>;
}
