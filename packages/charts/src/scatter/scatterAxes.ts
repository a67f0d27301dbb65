/** The scale of a setting. */
export type ScatterScale =
  | {
      /** `log`: logarithmic, with `low` above 0; `integer`: linear, with whole numbers. */
      readonly kind: 'linear' | 'log' | 'integer';
      readonly low: number;
      /** Greater than `low`. */
      readonly high: number;
    }
  | { readonly kind: 'category'; readonly values: readonly string[] };

/** The positions of values along an axis, from 0 to 1. */
export interface Axis {
  readonly at: (value: number | string) => number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Whether equal values are common, so that their points are drawn next to each other. */
  readonly isDiscrete: boolean;
}

/** The axis of a setting: it spans its bounds and all values. */
export function scaleAxis(scale: ScatterScale, values: readonly (number | string)[]): Axis {
  return scale.kind === 'category'
    ? categoryAxis([...new Set([...scale.values, ...values.map(String)])])
    : numberAxis(scale, values as readonly number[]);
}

/** The axis of a score: it spans whole steps of percent around the values. */
export function shareAxis(shares: readonly number[]): Axis {
  const low = Math.min(...shares);
  const high = Math.max(...shares);
  const step = [0.02, 0.05, 0.1].find((width) => (high - low) / width <= 4) ?? 0.2;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => ({
    at: index / (last - first),
    text: String(Math.round(100 * (first + index) * step)),
  }));
  return { at: (share) => (Number(share) / step - first) / (last - first), ticks, isDiscrete: false };
}

function categoryAxis(texts: readonly string[]): Axis {
  const at = (text: number | string) => (texts.indexOf(String(text)) + 0.5) / texts.length;
  return { at, ticks: texts.map((text) => ({ at: at(text), text })), isDiscrete: true };
}

function numberAxis(
  { kind, low, high }: Exclude<ScatterScale, { kind: 'category' }>,
  values: readonly number[],
): Axis {
  const isLog = kind === 'log';
  const drawable = values.filter((value) => !isLog || value > 0);
  const from = Math.min(low, ...drawable);
  const to = Math.max(high, ...drawable);
  const [scaled, unscaled] = isLog ? [Math.log, Math.exp] : [Number, Number];
  // A value without a logarithm is at the low end.
  const inDomain = (value: number | string) => (isLog ? Math.max(Number(value), from) : Number(value));
  const at = (value: number | string) =>
    Math.max(0, (scaled(inDomain(value)) - scaled(from)) / (scaled(to) - scaled(from)));
  const middle = unscaled((scaled(from) + scaled(to)) / 2);
  const marked = kind === 'integer' ? [from, Math.round(middle), to] : [from, middle, to];
  return {
    at,
    ticks: [...new Set(marked)].map((value) => ({ at: at(value), text: numberText(value) })),
    isDiscrete: kind === 'integer' && to - from < 10,
  };
}

/** Two digits, with an exponent instead of many zeros. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e5) return String(value);
  const short = Number(value.toPrecision(2));
  return Math.abs(short) < 0.001 || Math.abs(short) >= 1e5
    ? short.toExponential().replace('e+', 'e').replace('-', '−')
    : String(short);
}
