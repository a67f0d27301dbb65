import type { Bench } from '../bench.js';
import { ours } from '../contestants.js';
import { markdownTable } from '../markdownTable.js';

/** UAR in [0, 1] under a condition, by whether a channel copy was trained on and how many clips were heard before. */
export interface ConditionUar {
  readonly name: string;
  readonly withCopy: SessionUar;
  readonly withoutCopy: SessionUar;
}

export interface SessionUar {
  readonly cold: number;
  readonly afterFive: number;
}

/** What `ours/robustness.ts` finds out. */
export interface Robustness {
  readonly protocol: string;
  readonly conditions: readonly ConditionUar[];
}

/** The general model under conditions that its test corpus was not recorded in: points lost. */
export const robustnessBench: Bench = {
  name: 'robustness',
  what: 'the recipe general, tested on EmoDB through noise, rooms, lines and formats: points lost',
  run({ data, out }) {
    if (data !== undefined) throw new Error('The corpora of `robustness` are those of SER_CORPORA.');
    const { protocol, conditions } = ours<Robustness>('robustness', {
      ...(out !== undefined && { args: [out] }),
      showProgress: true,
    });
    console.log(`${protocol}\n\n${robustnessTable(conditions)}`);
  },
};

/** A row a condition: UAR and the points lost, in %, with and without the channel copy, cold and after five clips. */
export function robustnessTable(conditions: readonly ConditionUar[]): string {
  const [clean] = conditions;
  const cell = (uar: number, before: number) => `${(100 * uar).toFixed(1)} (${signed(100 * (uar - before))})`;
  const rows = conditions.map(({ name, withCopy, withoutCopy }) => [
    name,
    cell(withoutCopy.cold, clean!.withoutCopy.cold),
    cell(withCopy.cold, clean!.withCopy.cold),
    cell(withoutCopy.afterFive, clean!.withoutCopy.afterFive),
    cell(withCopy.afterFive, clean!.withCopy.afterFive),
  ]);
  const head = ['', 'cold, no channel copy', 'cold', 'after five clips, no channel copy', 'after five clips'];
  return markdownTable(head, rows);
}

function signed(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
}
