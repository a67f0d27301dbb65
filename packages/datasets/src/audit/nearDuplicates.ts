import type { ClipMeasures } from './measureClip.js';

/** Copies at another rate differ by less than this in the correlation of their envelopes. */
const minCorrelation = 0.9995;
/** Relative difference of the durations of copies. */
const maxLengthChange = 0.005;
/** Difference of the centers of the envelopes of copies. */
const maxCenterChange = 0.05;

/**
 * Groups of clips with the same sound at another level or sample rate: their durations are equal to 0.5%, and the envelopes
 * of their levels correlate with at least 0.9995.
 *
 * @returns indices, each group in rising order; silent clips are in none
 */
export function nearDuplicates(
  clips: readonly Pick<ClipMeasures, 'seconds' | 'envelope'>[],
): readonly (readonly number[])[] {
  const order = clips
    .map(({ envelope }, index) => ({ index, center: centerOf(envelope) }))
    .filter(({ index }) => clips[index]!.envelope.some((value) => value !== 0))
    .sort((a, b) => a.center - b.center);
  const groupOf = new Map<number, number[]>();
  for (let i = 0; i < order.length; i++) {
    for (let j = i + 1; j < order.length; j++) {
      if (order[j]!.center - order[i]!.center > maxCenterChange) break;
      const [a, b] = [order[i]!.index, order[j]!.index];
      if (isCopy(clips[a]!, clips[b]!)) join(groupOf, a, b);
    }
  }
  const groups = [...new Set(groupOf.values())].map((group) => [...group].sort((a, b) => a - b));
  return groups.sort((a, b) => a[0]! - b[0]!);
}

function isCopy(
  a: Pick<ClipMeasures, 'seconds' | 'envelope'>,
  b: Pick<ClipMeasures, 'seconds' | 'envelope'>,
): boolean {
  if (Math.abs(a.seconds - b.seconds) > maxLengthChange * Math.max(a.seconds, b.seconds)) return false;
  let correlation = 0;
  for (let i = 0; i < a.envelope.length; i++) correlation += a.envelope[i]! * b.envelope[i]!;
  return correlation >= minCorrelation;
}

/** A number that is almost equal for copies: the sum of the envelope with rising weights. */
function centerOf(envelope: Float32Array): number {
  return envelope.reduce((sum, value, i) => sum + value * (i / envelope.length), 0);
}

function join(groupOf: Map<number, number[]>, a: number, b: number): void {
  const [first, second] = [groupOf.get(a) ?? [a], groupOf.get(b) ?? [b]];
  if (first === second) return;
  first.push(...second);
  for (const member of first) groupOf.set(member, first);
}
