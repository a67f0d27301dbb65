/** The emotions of the synthesizer, named as in `emotions` of `@ser/datasets`. */
export type SyntheticEmotion = 'angry' | 'disgust' | 'fear' | 'happy' | 'neutral' | 'sad' | 'surprise';

/** How an emotion differs from neutral speech at full strength. At half strength, each difference is halved. */
export interface EmotionStyle {
  /** Mean pitch, in semitones. */
  readonly pitch: number;
  /** Height of the pitch accents, in semitones. */
  readonly accent: number;
  /** Change of the pitch from the first to the last sound, in semitones; negative for a fall. */
  readonly pitchSlope: number;
  /** Rise of the pitch over the last quarter of a second, in semitones. */
  readonly finalRise: number;
  /** Factor on the speed of speech, as a logarithm to base 2. */
  readonly tempo: number;
  /** Level, in dB. */
  readonly gainDb: number;
  /** Attenuation at 3 kHz, in dB: positive is duller, negative brighter. */
  readonly tiltDb: number;
  /** Fraction of each glottal cycle in which the vocal folds are open. */
  readonly openQuotient: number;
  /** Level of breath noise. */
  readonly breathiness: number;
  /** Standard deviation of the cycle length, as a fraction of it. */
  readonly jitter: number;
  /** Probability of each possible pause. */
  readonly pauses: number;
  /** Factor on the formants, as a logarithm to base 2: a smile shortens the vocal tract, pouting lengthens it. */
  readonly formants: number;
}

/**
 * The directions follow the surveys of I. R. Murray and J. L. Arnott, J. Acoust. Soc. Am. 93 (1993), table I, and
 * P. N. Juslin and P. Laukka, Psychological Bulletin 129 (2003), table 7; for surprise, which neither covers,
 * J. E. Cahn, J. American Voice I/O Society 8 (1990). The sizes are our own choice.
 *
 * @see https://doi.org/10.1121/1.405558
 * @see https://doi.org/10.1037/0033-2909.129.5.770
 */
export const emotionStyles: Readonly<Record<SyntheticEmotion, EmotionStyle>> = {
  neutral: {
    pitch: 0,
    accent: 0,
    pitchSlope: 0,
    finalRise: 0,
    tempo: 0,
    gainDb: 0,
    tiltDb: 0,
    openQuotient: 0,
    breathiness: 0,
    jitter: 0,
    pauses: 0,
    formants: 0,
  },
  happy: {
    pitch: 4,
    accent: 3.5,
    pitchSlope: 1.5,
    finalRise: 3,
    tempo: 0.1,
    gainDb: 3,
    tiltDb: -2.5,
    openQuotient: 0,
    breathiness: 0.01,
    jitter: 0,
    pauses: 0,
    formants: 0.05,
  },
  sad: {
    pitch: -1.5,
    accent: -1.5,
    pitchSlope: 0.5,
    finalRise: -1,
    tempo: -0.32,
    gainDb: -6,
    tiltDb: 5,
    openQuotient: 0.08,
    breathiness: 0.03,
    jitter: 0.004,
    pauses: 0.5,
    formants: -0.03,
  },
  angry: {
    pitch: 3,
    accent: 1.7,
    pitchSlope: -2.5,
    finalRise: -1.5,
    tempo: 0.2,
    gainDb: 7,
    tiltDb: -6.5,
    openQuotient: -0.12,
    breathiness: 0,
    jitter: 0.01,
    pauses: 0.1,
    formants: 0,
  },
  fear: {
    pitch: 6,
    accent: -0.6,
    pitchSlope: 1,
    finalRise: 1,
    tempo: 0.3,
    gainDb: 0,
    tiltDb: 1,
    openQuotient: 0.04,
    breathiness: 0.03,
    jitter: 0.015,
    pauses: 0.2,
    formants: 0.02,
  },
  disgust: {
    pitch: -2.5,
    accent: 0.7,
    pitchSlope: -1.5,
    finalRise: -2.5,
    tempo: -0.36,
    gainDb: -2,
    tiltDb: 1.5,
    openQuotient: -0.05,
    breathiness: 0,
    jitter: 0.012,
    pauses: 0.2,
    formants: -0.02,
  },
  surprise: {
    pitch: 2.5,
    accent: 4.5,
    pitchSlope: 4,
    finalRise: 5,
    tempo: 0.08,
    gainDb: 2,
    tiltDb: -1.5,
    openQuotient: 0.02,
    breathiness: 0.02,
    jitter: 0,
    pauses: 0.05,
    formants: 0.03,
  },
};
