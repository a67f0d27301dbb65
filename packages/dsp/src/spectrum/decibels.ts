import { invalidOption, requireNumber } from '@ser/core';
import { requireLength } from '../options/requireLength.js';

export interface DecibelOptions {
  /**
   * The value that becomes 0 dB, above 0, or 'max' for the largest input value.
   *
   * @default 1
   */
  readonly ref?: number | 'max';
  /**
   * Smaller values are raised to this value, above 0, so that silence has a finite level.
   *
   * @default 1e-10 for power, 1e-5 for amplitude
   */
  readonly amin?: number;
  /**
   * Range of levels in dB, at least 0: lower levels are raised to the maximum minus this value. Null keeps all levels.
   *
   * @default 80
   */
  readonly topDb?: number | null;
}

/**
 * Converts power to decibels: `10 * log10(max(amin, power) / max(amin, ref))`, limited to `topDb` below the maximum.
 *
 * @param power values of at least 0, of any shape; maximum and reference refer to all values
 * @param output filled and returned; may be `power` itself
 * @throws {SerError} `invalid-option`, `buffer-mismatch`
 * @see librosa.power_to_db, https://librosa.org/doc/0.11.0/generated/librosa.power_to_db.html
 *
 * @example
 * powerToDb(Float32Array.of(1, 100)); // 0, 20
 */
export function powerToDb(
  power: Float32Array,
  options: DecibelOptions = {},
  output: Float32Array = new Float32Array(power.length),
): Float32Array {
  return toDecibels(power, resolveDecibelOptions(options, 1e-10), 10, output);
}

/**
 * Converts amplitude to decibels: `20 * log10(max(amin, |amplitude|) / max(amin, ref))`, with `topDb` as in `powerToDb`.
 *
 * @param output filled and returned; may be `amplitude` itself
 * @throws {SerError} `invalid-option`, `buffer-mismatch`
 * @see librosa.amplitude_to_db, https://librosa.org/doc/0.11.0/generated/librosa.amplitude_to_db.html
 *
 * @example
 * amplitudeToDb(Float32Array.of(1, 100)); // 0, 40
 */
export function amplitudeToDb(
  amplitude: Float32Array,
  options: DecibelOptions = {},
  output: Float32Array = new Float32Array(amplitude.length),
): Float32Array {
  requireLength('output', output, amplitude.length);
  for (let i = 0; i < amplitude.length; i++) output[i] = Math.abs(amplitude[i]!);
  return toDecibels(output, resolveDecibelOptions(options, 1e-5), 20, output);
}

/** @throws {SerError} `invalid-option` */
export function resolveDecibelOptions(
  options: DecibelOptions,
  defaultAmin = 1e-10,
): Required<DecibelOptions> {
  const { ref = 1, amin = defaultAmin, topDb = 80 } = options;
  if (ref !== 'max' && !(Number.isFinite(ref) && ref > 0)) {
    throw invalidOption('ref', "a finite number above 0, or 'max'", ref);
  }
  requireNumber('amin', amin, { above: 0 });
  if (topDb !== null) requireNumber('topDb', topDb, { min: 0 });
  return { ref, amin, topDb };
}

function toDecibels(
  values: Float32Array,
  { ref, amin, topDb }: Required<DecibelOptions>,
  perDecade: 10 | 20,
  output: Float32Array,
): Float32Array {
  requireLength('output', output, values.length);
  const reference = ref === 'max' ? maximum(values) : ref;
  // Math.log is three times as fast as Math.log10.
  const perNeper = perDecade / Math.LN10;
  const referenceLevel = perNeper * Math.log(Math.max(amin, reference));
  for (let i = 0; i < values.length; i++) {
    output[i] = perNeper * Math.log(Math.max(amin, values[i]!)) - referenceLevel;
  }
  if (topDb !== null) raiseTo(maximum(output) - topDb, output);
  return output;
}

function raiseTo(floor: number, levels: Float32Array): void {
  for (let i = 0; i < levels.length; i++) {
    if (levels[i]! < floor) levels[i] = floor;
  }
}

function maximum(values: Float32Array): number {
  let largest = -Infinity;
  for (let i = 0; i < values.length; i++) largest = Math.max(largest, values[i]!);
  return largest;
}
