import type { Bench } from '../bench.js';
import { markdownTable } from '../markdownTable.js';
import { runTypeScript } from '../runProgram.js';

/** A UAR in [0, 1] and its 95% interval over speakers. */
export interface CorpusUar {
  /** The test corpus, or `mean`. */
  readonly corpus: string;
  readonly uar: number;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** The results with some clips of the speaker. */
export interface SessionResult {
  /** `without adaptation`, `5 clips`, `5 clips, 80% one emotion` … */
  readonly name: string;
  /** The labels to choose from. */
  readonly choice: 'tested' | 'four';
  readonly corpora: readonly CorpusUar[];
}

/** The result of `programs/leaveOneCorpusOut.ts`. */
export interface LeaveOneCorpusOut {
  readonly protocol: string;
  readonly results: readonly SessionResult[];
}

/** Every corpus is tested with a model that was trained on the others. */
export const leaveOneCorpusOutBench: Bench = {
  name: 'leave-one-corpus-out',
  description:
    'UAR of the recipe general (or --recipe) on each of five corpora, trained on the others; balanced and skewed sessions',
  run({ data, out, recipe = 'general' }) {
    if (data !== undefined) {
      throw new Error(
        '`--data` must be omitted for `leave-one-corpus-out`, which uses the corpora in SER_CORPORA.',
      );
    }
    const { protocol, results } = runTypeScript<LeaveOneCorpusOut>('leaveOneCorpusOut', {
      args: [recipe, ...(out === undefined ? [] : [out])],
      showProgress: true,
    });
    console.log(`${protocol}\n\n${leaveOneCorpusOutTable(results)}`);
  },
};

/** One row per kind of session and choice of labels, one column per corpus, and the mean with its interval. */
export function leaveOneCorpusOutTable(results: readonly SessionResult[]): string {
  const names = results[0]!.corpora.map(({ corpus }) => corpus);
  const rows = results.map(({ name, choice, corpora }) => [
    name,
    choice === 'four' ? 'four' : 'of the corpus',
    ...corpora.map(cellOf),
  ]);
  return markdownTable(['', 'labels', ...names], rows);
}

function cellOf({ corpus, uar, interval }: CorpusUar): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  if (corpus !== 'mean' || !interval) return percent(uar);
  return `**${percent(uar)}** (${percent(interval.low)} to ${percent(interval.high)})`;
}
