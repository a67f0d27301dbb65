/** Round values at which an axis is marked, and how to write them. */
export interface Ticks {
  readonly values: readonly number[];
  readonly format: (value: number) => string;
}

export interface TickOptions {
  /**
   * About how many marks; at least 1.
   *
   * @default 5
   */
  readonly count?: number;
  /**
   * The smallest step: 1 for things that are counted.
   *
   * @default 0
   */
  readonly minStep?: number;
}

/**
 * Multiples of 1, 2 or 5 times a power of ten in `[low, high]`, `low < high`.
 *
 * @see Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990; steps chosen as in d3-array `ticks`
 *
 * @example
 * niceTicks(0, 1).values; // [0, 0.2, 0.4, 0.6, 0.8, 1]
 */
export function niceTicks(low: number, high: number, options: TickOptions = {}): Ticks {
  const { count = 5, minStep = 0 } = options;
  const { digit, power } = niceStep(Math.max((high - low) / count, minStep));
  // Dividing by a power of ten keeps 0.1 · 3 at 0.3.
  const at = (i: number) => (power < 0 ? (i * digit) / 10 ** -power : i * digit * 10 ** power);
  const step = at(1);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  const values = Array.from({ length: last - first + 1 }, (_, i) => at(first + i));
  return { values, format: (value) => formatTick(value, power) };
}

/** The interval, widened to multiples of its tick step. */
export function niceDomain(low: number, high: number, count = 5): readonly [number, number] {
  const { digit, power } = niceStep((high - low) / count);
  const step = digit * 10 ** power;
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

function niceStep(rough: number): { digit: 1 | 2 | 5; power: number } {
  const power = Math.floor(Math.log10(rough) + 1e-9);
  const lead = rough / 10 ** power;
  if (lead < Math.SQRT2) return { digit: 1, power };
  if (lead < Math.sqrt(10)) return { digit: 2, power };
  if (lead < Math.sqrt(50)) return { digit: 5, power };
  return { digit: 1, power: power + 1 };
}

function formatTick(value: number, power: number): string {
  if (value === 0) return '0';
  if (Math.abs(value) >= 1e5 || power < -4)
    return value.toExponential(1).replace('.0e', 'e').replace('e+', 'e');
  return value.toFixed(Math.max(0, -power));
}
