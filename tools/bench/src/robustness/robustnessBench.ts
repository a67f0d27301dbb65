import type { Bench } from '../bench.js';
import { runTypeScript } from '../runProgram.js';
import { markdownTable } from '../markdownTable.js';

/** UAR in [0, 1] under a condition, with and without a channel copy in training. */
export interface ConditionUar {
  readonly name: string;
  readonly withCopy: SessionUar;
  readonly withoutCopy: SessionUar;
}

/** UAR in [0, 1] for an unseen speaker, and after five of the speaker's clips. */
export interface SessionUar {
  readonly unseen: number;
  readonly afterFive: number;
}

/** The result of `programs/robustness.ts`. */
export interface Robustness {
  readonly protocol: string;
  readonly conditions: readonly ConditionUar[];
}

/** The general model under noise, channels, and file formats that its test corpus does not have. */
export const robustnessBench: Bench = {
  name: 'robustness',
  description:
    'UAR of the recipe general (or --recipe) on EmoDB with noise, reverberation, telephone, and file formats',
  run({ data, out, recipe = 'general' }) {
    if (data !== undefined)
      throw new Error('`--data` must be omitted for `robustness`, which uses the corpora in SER_CORPORA.');
    const { protocol, conditions } = runTypeScript<Robustness>('robustness', {
      args: [recipe, ...(out === undefined ? [] : [out])],
      showProgress: true,
    });
    console.log(`${protocol}\n\n${robustnessTable(conditions)}`);
  },
};

/** One row per condition: UAR in % and the change, with and without the channel copy, for unseen speakers and after five clips. */
export function robustnessTable(conditions: readonly ConditionUar[]): string {
  const [clean] = conditions;
  const cell = (uar: number, before: number) => `${(100 * uar).toFixed(1)} (${signed(100 * (uar - before))})`;
  const rows = conditions.map(({ name, withCopy, withoutCopy }) => [
    name,
    cell(withoutCopy.unseen, clean!.withoutCopy.unseen),
    cell(withCopy.unseen, clean!.withCopy.unseen),
    cell(withoutCopy.afterFive, clean!.withoutCopy.afterFive),
    cell(withCopy.afterFive, clean!.withCopy.afterFive),
  ]);
  const head = [
    '',
    'unseen, no channel copy',
    'unseen',
    'after five clips, no channel copy',
    'after five clips',
  ];
  return markdownTable(head, rows);
}

function signed(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
}
