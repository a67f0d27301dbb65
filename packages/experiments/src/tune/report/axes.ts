import type { SearchParameter } from '../../recipe/searchSpace.js';
import { valueText } from './valueText.js';

/** Where the values of a hyperparameter, or of a figure, lie along a line, from 0 to 1. */
export interface Axis {
  /** A place for each value. */
  readonly at: (value: unknown) => number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Whether values are words or things, so that equal ones are common and need not hide each other. */
  readonly isDiscrete: boolean;
}

/** The axis of a hyperparameter: as wide as its bounds and the values that were tried. */
export function parameterAxis(parameter: SearchParameter, tried: readonly unknown[]): Axis {
  return parameter.kind === 'choice'
    ? choiceAxis(parameter.values, tried)
    : numberAxis(parameter, tried as number[]);
}

/** The axis of a share, such as UAR: as wide as whole steps around the values. */
export function shareAxis(shares: readonly number[]): Axis {
  const low = Math.min(...shares);
  const high = Math.max(...shares);
  const step = [0.02, 0.05, 0.1].find((width) => (high - low) / width <= 4) ?? 0.2;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => ({
    at: index / (last - first),
    text: `${Math.round(100 * (first + index) * step)}`,
  }));
  return { at: (share) => ((share as number) / step - first) / (last - first), ticks, isDiscrete: false };
}

function choiceAxis(values: readonly unknown[], tried: readonly unknown[]): Axis {
  const texts = [...new Set([...values, ...tried].map(valueText))];
  const at = (text: string) => (texts.indexOf(text) + 0.5) / texts.length;
  return {
    at: (value) => at(valueText(value)),
    ticks: texts.map((text) => ({ at: at(text), text })),
    isDiscrete: true,
  };
}

function numberAxis(
  { kind, low, high }: Exclude<SearchParameter, { kind: 'choice' }>,
  tried: readonly number[],
): Axis {
  const isLog = kind === 'log';
  const drawable = tried.filter((value) => !isLog || value > 0);
  const from = Math.min(low, ...drawable);
  const to = Math.max(high, ...drawable);
  const [scaled, unscaled] = isLog ? [Math.log, Math.exp] : [Number, Number];
  const at = (value: unknown) =>
    Math.max(
      0,
      (scaled(Math.max(value as number, isLog ? from : -Infinity)) - scaled(from)) /
        (scaled(to) - scaled(from)),
    );
  const middle = unscaled((scaled(from) + scaled(to)) / 2);
  const marked = kind === 'integer' ? [from, Math.round(middle), to] : [from, middle, to];
  return {
    at,
    ticks: [...new Set(marked)].map((value) => ({ at: at(value), text: numberText(value) })),
    isDiscrete: kind === 'integer' && to - from < 10,
  };
}

/** With two digits, and a power of ten where there would be many zeros. */
function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e5) return String(value);
  const short = Number(value.toPrecision(2));
  return Math.abs(short) < 0.001 || Math.abs(short) >= 1e5
    ? short.toExponential().replace('e+', 'e').replace('-', '−')
    : String(short);
}
