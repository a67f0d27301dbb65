/**
 * The samples of the 256 A-law codes (13 bits, scaled as 16-bit samples).
 *
 * @see ITU-T G.711, https://www.itu.int/rec/T-REC-G.711
 */
export const alawSamples: Float32Array = Float32Array.from({ length: 256 }, (_, code) => alaw(code) / 32768);

/** The samples of the 256 mu-law codes (14 bits, scaled as 16-bit samples). */
export const mulawSamples: Float32Array = Float32Array.from(
  { length: 256 },
  (_, code) => mulaw(code) / 32768,
);

/** Every other bit is inverted. The code is a sign, three bits of segment, and four of step; the value is mid-step. */
function alaw(code: number): number {
  const bits = code ^ 0x55;
  const segment = (bits >> 4) & 7;
  const step = ((bits & 15) << 4) + 8;
  const size = segment === 0 ? step : (step + 256) << (segment - 1);
  return bits & 0x80 ? size : -size;
}

/** All bits are inverted. The code is as in A-law, with a bias of 33 steps of 4, which is subtracted again. */
function mulaw(code: number): number {
  const bits = ~code & 0xff;
  const segment = (bits >> 4) & 7;
  const size = ((((bits & 15) << 3) + 0x84) << segment) - 0x84;
  return bits & 0x80 ? -size : size;
}
