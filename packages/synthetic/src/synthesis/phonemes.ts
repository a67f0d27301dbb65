/** Center frequencies of the first three formants, in Hz, for a vocal tract of average male length. */
export type Formants = readonly [f1: number, f2: number, f3: number];

/** Noise from a constriction of the mouth. */
export interface Frication {
  /** Level relative to a stressed vowel's voicing, 0 to 1. */
  readonly gain: number;
  /** Center of the noise, in Hz. */
  readonly frequency: number;
  /** Width of the noise, in Hz. */
  readonly bandwidth: number;
}

/** A steady posture of the mouth. A phoneme consists of one or more. */
export interface Posture {
  /** Average duration, in milliseconds. */
  readonly ms: number;
  /** How much the duration follows the tempo: 0 not at all, 1 fully. */
  readonly elasticity: number;
  readonly formants: Formants;
  /** Level of voicing, 0 to 1. */
  readonly voicing: number;
  /** Level of breath noise at the vocal folds, 0 to 1. */
  readonly aspiration: number;
  readonly frication?: Frication;
  /** Whether the nasal tract is open. */
  readonly nasal: boolean;
}

/** An ARPABET name of a sound that the synthesizer can make. */
export type Phoneme = keyof typeof phonemes;

/**
 * The sounds that the synthesizer can make, by ARPABET name.
 *
 * Vowels: mean formants of 33 men, G. E. Peterson and H. L. Barney, J. Acoust. Soc. Am. 24 (1952), table II.
 * Consonants: formant targets after D. H. Klatt, J. Acoust. Soc. Am. 67 (1980), tables II and III.
 *
 * @see https://doi.org/10.1121/1.1906875
 * @see https://doi.org/10.1121/1.383940
 */
export const phonemes = {
  IY: [vowel(95, [270, 2290, 3010])],
  IH: [vowel(75, [390, 1990, 2550])],
  EH: [vowel(90, [530, 1840, 2480])],
  AE: [vowel(105, [660, 1720, 2410])],
  AA: [vowel(105, [730, 1090, 2440])],
  AO: [vowel(105, [570, 840, 2410])],
  UW: [vowel(95, [300, 870, 2240])],
  AX: [vowel(50, [500, 1500, 2500])],
  ER: [vowel(80, [490, 1350, 1690])],
  AY: [vowel(80, [730, 1190, 2440]), vowel(65, [390, 1990, 2550])],
  R: [sonorant(65, [310, 1060, 1380])],
  NG: [{ ...sonorant(75, [480, 1990, 2700]), voicing: 0.6, nasal: true }],
  B: voicedStop([200, 1100, 2150], { gain: 0.12, frequency: 1000, bandwidth: 1200 }),
  D: voicedStop([200, 1600, 2600], { gain: 0.15, frequency: 4000, bandwidth: 1800 }),
  G: voicedStop([200, 1990, 2850], { gain: 0.2, frequency: 2000, bandwidth: 500 }),
  T: voicelessStop([400, 1600, 2600], { gain: 0.35, frequency: 4500, bandwidth: 1800 }),
  K: voicelessStop([300, 1990, 2850], { gain: 0.35, frequency: 2000, bandwidth: 500 }),
  S: [fricative(95, [320, 1390, 2530], { gain: 0.28, frequency: 5500, bandwidth: 1500 })],
  Z: [
    { ...fricative(70, [240, 1390, 2530], { gain: 0.16, frequency: 5300, bandwidth: 1500 }), voicing: 0.35 },
  ],
  DH: [
    { ...fricative(45, [270, 1290, 2540], { gain: 0.03, frequency: 4000, bandwidth: 3000 }), voicing: 0.45 },
  ],
} as const satisfies Readonly<Record<string, readonly Posture[]>>;

function vowel(ms: number, formants: Formants): Posture {
  return { ms, elasticity: 1, formants, voicing: 1, aspiration: 0, nasal: false };
}

function sonorant(ms: number, formants: Formants): Posture {
  return { ms, elasticity: 0.7, formants, voicing: 0.75, aspiration: 0, nasal: false };
}

function fricative(ms: number, formants: Formants, frication: Frication): Posture {
  return { ms, elasticity: 0.5, formants, voicing: 0, aspiration: 0, frication, nasal: false };
}

/** A closure with weak voicing, then a short burst. */
function voicedStop(formants: Formants, burst: Frication): readonly Posture[] {
  const closure: Posture = { ms: 50, elasticity: 0.5, formants, voicing: 0.12, aspiration: 0, nasal: false };
  return [closure, { ...closure, ms: 10, elasticity: 0, voicing: 0.3, frication: burst }];
}

/** A silent closure, a burst, and aspiration before voicing starts. */
function voicelessStop(formants: Formants, burst: Frication): readonly Posture[] {
  const closure: Posture = { ms: 60, elasticity: 0.5, formants, voicing: 0, aspiration: 0, nasal: false };
  return [
    closure,
    { ...closure, ms: 15, elasticity: 0, aspiration: 0.1, frication: burst },
    { ...closure, ms: 30, elasticity: 0.3, aspiration: 0.22 },
  ];
}
