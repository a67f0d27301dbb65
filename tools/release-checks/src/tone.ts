/** A program's text for a tone whose level rises four times a second, like syllables: two seconds at 16 kHz. */
export const toneProgram =
  'Float32Array.from({ length: 32000 }, (_, n) => 0.5 * Math.sin(n / 20) * Math.sin(n / 1274) ** 2)';
